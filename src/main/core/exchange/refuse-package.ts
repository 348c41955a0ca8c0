import type { PackageContent } from '../../../shared/exchange/package.ts'
import type { ReviewContent } from '../../../shared/exchange/review-content.ts'
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

export function refuseMerge({ article }: Here, { place }: Brought): string | null {
  return place === 'apart' && article.locked ? LOCKED : null
}
