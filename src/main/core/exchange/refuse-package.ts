import type { PackageContent } from '../../../shared/exchange/package.ts'
import { canonicalText } from '../../../shared/document/canonical.ts'
import { readDocument } from '../../../shared/exchange/merge-document.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
import { canonicalJson } from '../../../shared/rules/canonical-json.ts'
import { spellClaim, spellReply, spellSource, spellWaiver } from '../../../shared/rules/evidence.ts'
import type { Here } from './standing-here.ts'
import type { Brought } from './merge-received.ts'

/** Why a package cannot be taken in, in words with what to do; null where it can. */

type Link = { readonly origin: string; readonly seq: number; readonly hash: string }

/** Two desks never write the same place of one chain: a library that was set back did, or somebody rewrote a record. */
function isForked(here: readonly Link[], told: readonly Link[]): boolean {
  const known = new Map(here.map(({ origin, seq, hash }) => [`${origin}/${seq}`, hash]))
  return told.some(({ origin, seq, hash }) => (known.get(`${origin}/${seq}`) ?? hash) !== hash)
}

const FORKED =
  'Its record of what was done does not go on from the one that is kept here: a library was set back to an earlier ' +
  'state, or a record was rewritten. Nothing was changed; ask the other desk for a package of the state before that.'

const LOCKED =
  'The article is approved and locked here, and the package holds other work on it. Nothing was changed; re-open the ' +
  'article with a reason, and then take the package in.'

const APPROVED_THERE =
  'The article was approved there, and there is work here that nobody approved. Nothing was changed; send that desk a ' +
  'package of what is here, so that it re-opens the article, or take back here what it does not have.'

const NEWER_HERE =
  'The package was written by a newer Stet and can only be read, and its article is here already. Nothing was changed; ' +
  'update Stet, and open the package again.'

const READ_ONLY =
  'The article here came from a newer Stet and can only be read. Nothing was changed; update Stet first.'

function recordsOf({ log, signOffs }: ReviewContent): readonly (readonly Link[])[] {
  return [log, signOffs]
}

export function refuseHere(
  here: Here,
  { review }: PackageContent,
  { isNewer }: { readonly isNewer: boolean },
): string | null {
  if (isNewer) return NEWER_HERE
  if (here.article.readOnly !== '') return READ_ONLY
  const told = recordsOf(review)
  return recordsOf(here.content).some((links, chain) => isForked(links, told[chain] ?? [])) ? FORKED : null
}

/** What an approval was given for: the words, what is open in them, and the evidence. */
function approvedIn({ document, changes, claims, sources, waivers, replies }: ReviewContent): string {
  const rows = <Row>(all: readonly Row[], spell: (row: Row) => string) => all.map(spell).toSorted()
  return canonicalJson([
    canonicalText(readDocument(document)),
    changes.filter(({ state }) => state === 'open').map(({ id }) => id),
    rows(claims, spellClaim),
    rows(sources, spellSource),
    rows(waivers, spellWaiver),
    rows(replies, spellReply),
  ])
}

/** `told`: the review as the package brings it. */
export function refuseMerge(
  { article }: Here,
  { place, content }: Brought,
  told: ReviewContent,
): string | null {
  if (place !== 'apart') return null
  if (article.locked) return LOCKED
  return content.article.locked && approvedIn(content) !== approvedIn(told) ? APPROVED_THERE : null
}
