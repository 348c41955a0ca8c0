import type { ClaimStatus } from '../../../shared/model/claim.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { CLAIM_STATUS_NAMES } from '../../../shared/names.ts'
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

function urgency(claim: ClaimView): number {
  if (shapeOf(claim) === 'stopped') return 0
  return claim.cleared ? 4 : RISK_RANK[claim.risk]
}

export function byUrgency(claims: readonly ClaimView[]): readonly ClaimView[] {
  return [...claims].sort((a, b) => urgency(a) - urgency(b) || a.number - b.number)
}

export type Want = { readonly missing: string; readonly remedy: string }

/** What a claim lacks and what would meet it, the most pressing first; null when nothing is missing. */
export function wantOf(claim: ClaimView, verifier: string): Want | null {
  if (claim.orphaned && claim.status !== 'cut') {
    return {
      missing: 'Its words are no longer in the text.',
      remedy: 'select the words it stands for now and add a place, or cut it.',
    }
  }
  if (claim.stale) {
    return {
      missing: `The words changed after ${verifier} verified “${claim.verifiedQuote ?? ''}”.`,
      remedy: 're-check the words as they stand now, and verify again.',
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
  return { missing: 'Every rule is met; nobody has verified it yet.', remedy: 'a checker verifies it.' }
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
