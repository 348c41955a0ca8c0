import { once } from '../document/index/document-index.ts'
import type { CoveredRow, Scope, Slot } from '../model/approval.ts'
import type { Claim } from '../model/claim.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import {
  digestOfRules,
  spellClaim,
  spellConsultation,
  spellReply,
  spellSource,
  spellWaiver,
} from './evidence.ts'
import type { EvidenceRecords } from './gather-evidence.ts'
import { isInForce } from './gather-evidence.ts'
import { claimsRequiring } from './slot-claims.ts'

type Sha256 = (text: string) => string

export type ScopeInput = {
  readonly records: Pick<
    EvidenceRecords,
    'article' | 'claims' | 'sources' | 'waivers' | 'replies' | 'consultations'
  >
  readonly claims: readonly ClaimView[]
  readonly book: RuleBook
  readonly sha256: Sha256
}

type Row = { readonly id: string }
type Known = WeakMap<Row, { readonly words: string; readonly digest: string }>

/** The digest of each record is worked out once in its life, for claims once for each reading of their words. */
const ofRecords: Known = new WeakMap()
const ofWords: Known = new WeakMap()

function digestOf(known: Known, row: Row, words: string, text: () => string, sha256: Sha256): string {
  const before = known.get(row)
  if (before?.words === words) return before.digest
  const digest = sha256(text()).slice(0, 32)
  known.set(row, { words, digest })
  return digest
}

/** `number`: the place of the row among its kind, as the lists show it. */
function rows<T extends Row>(
  kind: CoveredRow['kind'],
  all: readonly T[],
  spell: (row: T) => string,
  sha256: Sha256,
): readonly CoveredRow[] {
  return all.map((row, place) => ({
    kind,
    id: row.id,
    number: place + 1,
    digest: digestOf(ofRecords, row, '', () => spell(row), sha256),
  }))
}

/** The claims in their order, each digested in one way. */
function claimRows(
  { records, sha256 }: ScopeInput,
  views: readonly ClaimView[],
  known: Known,
  text: (claim: Claim, words: string) => string,
): readonly CoveredRow[] {
  const byId = new Map<string, Claim>(records.claims.map((claim) => [claim.id, claim]))
  return views.flatMap(({ id, number, words }) => {
    const claim = byId.get(id)
    if (!claim) return []
    return [
      { kind: 'claim', id, number, digest: digestOf(known, claim, words, () => text(claim, words), sha256) },
    ]
  })
}

/** Every claim with its words, and all that is recorded for any. */
function evidenceRows(input: ScopeInput): readonly CoveredRow[] {
  const { records, claims, sha256 } = input
  const inForce = records.waivers.filter((waiver) => isInForce(waiver, records.article.version))
  return [
    ...claimRows(input, claims, ofRecords, (claim, words) => `${words}\n${spellClaim(claim)}`),
    ...rows('source', records.sources, spellSource, sha256),
    ...rows('waiver', inForce, spellWaiver, sha256),
    ...rows('reply', records.replies, spellReply, sha256),
    ...rows('consultation', records.consultations, spellConsultation, sha256),
  ]
}

/** The words of the claims that a slot is asked for. */
function wordRows(slot: Slot, input: ScopeInput): readonly CoveredRow[] {
  const asking = claimsRequiring(slot, input.claims, input.book)
  return claimRows(input, asking, ofWords, (_claim, words) => words)
}

/**
 * What a signature in a slot covers as things stand. Facts: the words of every claim and all evidence. Standards and
 * legal: the words of the claims that require them. Copy: the text. Approval: the text and all evidence. Desk: that
 * it was read, which nothing afterwards undoes.
 */
export function scopesOf(input: ScopeInput): (slot: Slot) => Scope {
  const evidence = once(() => ({
    rows: evidenceRows(input),
    rules: digestOfRules(input.book, input.sha256),
  }))
  return (slot) => {
    switch (slot) {
      case 'desk':
        return { text: false, rows: [], rules: '' }
      case 'copy':
        return { text: true, rows: [], rules: '' }
      case 'facts':
        return { text: false, ...evidence() }
      case 'standards':
      case 'legal':
        return { text: false, rows: wordRows(slot, input), rules: '' }
      case 'approval':
        return { text: true, ...evidence() }
    }
  }
}
