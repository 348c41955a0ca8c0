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

/** The digest of each record is worked out once in its life, for claims once for each reading of their words. */
const known = new WeakMap<Row, { readonly words: string; readonly digest: string }>()

function digestOf(row: Row, words: string, spell: () => string, sha256: Sha256): string {
  const before = known.get(row)
  if (before?.words === words) return before.digest
  const digest = sha256(`${words}\n${spell()}`).slice(0, 32)
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
    digest: digestOf(row, '', () => spell(row), sha256),
  }))
}

/** Every claim with its words, and all that is recorded for any. */
function evidenceRows({ records, claims, sha256 }: ScopeInput): readonly CoveredRow[] {
  const byId = new Map<string, Claim>(records.claims.map((claim) => [claim.id, claim]))
  const covered = claims.flatMap(({ id, number, words }) => {
    const claim = byId.get(id)
    return claim
      ? [
          {
            kind: 'claim' as const,
            id,
            number,
            digest: digestOf(claim, words, () => spellClaim(claim), sha256),
          },
        ]
      : []
  })
  const inForce = records.waivers.filter((waiver) => isInForce(waiver, records.article.version))
  return [
    ...covered,
    ...rows('source', records.sources, spellSource, sha256),
    ...rows('waiver', inForce, spellWaiver, sha256),
    ...rows('reply', records.replies, spellReply, sha256),
    ...rows('consultation', records.consultations, spellConsultation, sha256),
  ]
}

/** The words of the claims that a slot is asked for. */
function wordRows(slot: Slot, { claims, book, sha256 }: ScopeInput): readonly CoveredRow[] {
  return claimsRequiring(slot, claims, book).map(({ id, number, words }) => ({
    kind: 'claim',
    id,
    number,
    digest: sha256(words).slice(0, 32),
  }))
}

/**
 * What a signature in a slot covers as things stand. Facts: the words of every claim and all evidence. Standards and
 * legal: the words of the claims that require them. Copy: the text. Approval: the text and all evidence. Desk: that
 * it was read, which nothing afterwards undoes.
 */
export function scopeOf(slot: Slot, input: ScopeInput): Scope {
  const rules = () => digestOfRules(input.book, input.sha256)
  switch (slot) {
    case 'desk':
      return { text: false, rows: [], rules: '' }
    case 'copy':
      return { text: true, rows: [], rules: '' }
    case 'facts':
      return { text: false, rows: evidenceRows(input), rules: rules() }
    case 'standards':
    case 'legal':
      return { text: false, rows: wordRows(slot, input), rules: '' }
    case 'approval':
      return { text: true, rows: evidenceRows(input), rules: rules() }
  }
}
