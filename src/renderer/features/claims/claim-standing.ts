import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
import { listed } from '../../../shared/rules/words.ts'
import type { Shape } from '../../ui/status-shape.tsx'

/** How a claim stands, in a shape and a word, and how urgent that is. */

const SHAPES: Readonly<Record<ClaimStatus, Shape>> = {
  found: 'open',
  'needs-source': 'open',
  sourced: 'sourced',
  checking: 'sourced',
  verified: 'verified',
  'verified-with-change': 'verified',
  disputed: 'stopped',
  unverifiable: 'stopped',
  'opinion-labelled': 'waived',
  waived: 'waived',
  cut: 'waived',
}

export function shapeOf(claim: Pick<ClaimView, 'status' | 'stale'>): Shape {
  return claim.stale ? 'stopped' : SHAPES[claim.status]
}

export function wordOf(claim: Pick<ClaimView, 'status' | 'stale'>): string {
  return claim.stale ? 'stale' : CLAIM_STATUS_NAMES[claim.status]
}

const RISK_RANK = { high: 1, medium: 2, low: 3 } as const

/** Its words are gone, and it was not cut: somebody has to say where it stands now. */
export function isLost(claim: Pick<ClaimView, 'orphaned' | 'status'>): boolean {
  return claim.orphaned && claim.status !== 'cut'
}

/** 0 is the most urgent: what stops publication, then what is open by its risk, then what is cleared. */
export function urgencyOf(claim: ClaimView): number {
  if (shapeOf(claim) === 'stopped' || isLost(claim)) return 0
  return claim.cleared ? 4 : RISK_RANK[claim.risk]
}

/** The words of a claim as the ledger and the editor quote them: those now, else the last it had. */
export function quotedWords(claim: Pick<ClaimView, 'words' | 'quote'>): string {
  return claim.words === '' ? claim.quote : claim.words
}

export type Want = { readonly missing: string; readonly remedy: string }

/** What a claim lacks and what would meet it, the most pressing first; null when nothing is missing. */
export function wantOf(claim: ClaimView, verifier: string): Want | null {
  if (isLost(claim)) {
    return {
      missing: 'Its words are no longer in the text.',
      remedy: 'select the words it stands for now and add a place, or cut it.',
    }
  }
  if (claim.stale) {
    return {
      missing: `The words changed after ${verifier} verified “${claim.verifiedQuote ?? ''}”.`,
      remedy: claim.spellingOnly
        ? 'only the spelling changed; re-confirm it by name, or verify again.'
        : 're-check the words as they stand now, and verify again.',
    }
  }
  if (claim.cleared) return null
  const unmet = claim.results.filter((result) => result.state === 'unmet')
  const [first] = unmet
  if (first !== undefined) {
    const more = unmet.length > 1 ? ` And ${unmet.length - 1} more.` : ''
    return { missing: `${first.why}${more}`, remedy: first.remedy }
  }
  if (claim.status === 'disputed')
    return { missing: 'It is disputed.', remedy: 'settle it, then verify or cut it.' }
  const waived = claim.results.filter((result) => result.state === 'waived')
  if (waived.length > 0) {
    return {
      missing: `${rulesInWords(waived)} ${waived.length === 1 ? 'is' : 'are'} waived; nobody has settled it yet.`,
      remedy: 'a checker verifies it, or it runs under the waiver.',
    }
  }
  return { missing: 'Every rule is met; nobody has verified it yet.', remedy: 'a checker verifies it.' }
}

/** "R8", "R8 and R16", "R1, R8 and R16"; each once. */
export function rulesInWords(results: readonly Pick<RuleResult, 'rule'>[]): string {
  return listed([...new Set(results.map(({ rule }) => rule))])
}

export type Tally = { readonly shape: Shape; readonly label: string; readonly count: number }

export function tally(claims: readonly ClaimView[]): readonly Tally[] {
  const count = (shape: Shape): number => claims.filter((claim) => shapeOf(claim) === shape).length
  const all: readonly Tally[] = [
    { shape: 'open', label: 'open', count: count('open') },
    { shape: 'sourced', label: 'sourced', count: count('sourced') },
    { shape: 'stopped', label: 'stale, disputed', count: count('stopped') },
    { shape: 'verified', label: 'verified', count: count('verified') },
    { shape: 'waived', label: 'labelled, waived, cut', count: count('waived') },
  ]
  return all.filter((each) => each.count > 0)
}
