import type { Claim, ClaimSource, ClaimStatus } from './claim.ts'

/**
 * The ways a claim can go, as a table: found → needs-source → sourced → checking → a verdict, or an exit. Whoever is
 * ahead may pass by what lies between. From a verdict or an exit the way back is `checking`: no verdict is exchanged for
 * a better one, it is reached anew. What was verified may be disputed at once.
 */

const VERDICTS: readonly ClaimStatus[] = ['verified', 'verified-with-change', 'disputed', 'unverifiable']
const EXITS: readonly ClaimStatus[] = ['opinion-labelled', 'waived', 'cut']

const WAYS: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  found: ['needs-source', 'sourced', 'checking', ...VERDICTS, ...EXITS],
  'needs-source': ['sourced', 'checking', ...VERDICTS, ...EXITS],
  sourced: ['needs-source', 'checking', ...VERDICTS, ...EXITS],
  checking: ['needs-source', 'sourced', ...VERDICTS, ...EXITS],
  // To itself: the words changed since, and it is verified again.
  verified: [...VERDICTS, 'checking', 'cut'],
  'verified-with-change': [...VERDICTS, 'checking', 'cut'],
  disputed: ['checking', 'cut'],
  unverifiable: ['checking', 'cut'],
  'opinion-labelled': ['checking', 'cut'],
  waived: ['checking', 'cut'],
  // Its words came back, or were never to go.
  cut: ['needs-source', 'sourced', 'checking'],
}

/** What the table needs to know of a claim beside its status. */
export type StatusFacts = {
  /** Some source is attached that speaks for it. */
  readonly isSourced: boolean
  /** Some words of it stand in the final text. */
  readonly hasWords: boolean
  /** It was verified, and its words differ from those now. */
  readonly isStale: boolean
  /** No rule is unmet, and at least one of them only because it is waived. */
  readonly isWaived: boolean
}

/** Whether there is such a way at all, whatever the claim. */
export function canMove(from: ClaimStatus, to: ClaimStatus): boolean {
  return WAYS[from].includes(to)
}

/** The two verdicts that stand for somebody's name and the words as they were. */
export function isVerifiedAs(status: ClaimStatus): boolean {
  return status === 'verified' || status === 'verified-with-change'
}

function allows(from: ClaimStatus, to: ClaimStatus, facts: StatusFacts): boolean {
  if (isVerifiedAs(from) && isVerifiedAs(to)) return facts.isStale
  switch (to) {
    case 'needs-source':
      return !facts.isSourced
    case 'sourced':
      return facts.isSourced
    case 'cut':
      return !facts.hasWords
    case 'waived':
      return facts.isWaived
    default:
      return true
  }
}

/** Where the claim can go now. The rules, and who asks, are not asked here: main refuses by them in words. */
export function nextStatuses(from: ClaimStatus, facts: StatusFacts): readonly ClaimStatus[] {
  return WAYS[from].filter((to) => allows(from, to, facts))
}

/** A source that contradicts does not make a claim sourced. */
export function hasSupport(sources: readonly Pick<ClaimSource, 'stance'>[]): boolean {
  return sources.some((link) => link.stance === 'supports')
}

/** The status that follows by itself when a source was attached, detached, or said to contradict. */
export function statusBySources(claim: Pick<Claim, 'status' | 'sources'>): ClaimStatus {
  const { status, sources } = claim
  if (hasSupport(sources)) return status === 'found' || status === 'needs-source' ? 'sourced' : status
  return status === 'sourced' ? 'needs-source' : status
}

/** The status of a claim whose kind or risk was changed: other rules bear, so what was settled is looked at again. */
export function statusByOtherRules(status: ClaimStatus): ClaimStatus {
  const isSettled = status !== 'cut' && (VERDICTS.includes(status) || EXITS.includes(status))
  return isSettled ? 'checking' : status
}

/**
 * The status of a claim from which a source was taken, or that a source speaks against now: whoever let it pass did so
 * on more. What was found wanting stays so.
 */
export function statusByLostSupport(status: ClaimStatus): ClaimStatus {
  return status === 'disputed' || status === 'unverifiable' ? status : statusByOtherRules(status)
}
