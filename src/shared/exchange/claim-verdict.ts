import { statusByLostSupport, statusByOtherRules } from '../model/claim-status.ts'
import type { Claim, ClaimSource, ClaimStatus } from '../model/claim.ts'
import type { RowMerging } from './merge-row.ts'
import { sameJson } from './three-way.ts'

/** What becomes of the status of a claim on which two desks worked at the same time. */

export type ClaimSides = { readonly base: Claim | null; readonly one: Claim; readonly other: Claim }

/** Statuses that follow by themselves from whether a source is attached. */
const BY_SOURCES: readonly ClaimStatus[] = ['found', 'needs-source', 'sourced']

type Status = Pick<Claim, 'status' | 'verifiedQuote' | 'verifiedBy' | 'verifiedAt'>

function statusOf({ status, verifiedQuote, verifiedBy, verifiedAt }: Claim): Status {
  return { status, verifiedQuote, verifiedBy, verifiedAt }
}

/**
 * Where one side set a status by hand, and that of the other only followed from its sources, there is nothing to choose
 * between: the sides as if both had set it.
 */
export function withStatusByHand({ base, one, other }: ClaimSides): ClaimSides {
  const [left, right] = [BY_SOURCES.includes(one.status), BY_SOURCES.includes(other.status)]
  const areApart = base !== null && base.status !== one.status && base.status !== other.status
  if (!areApart || left === right) {
    return areApart && left
      ? { base, one: { ...one, ...statusOf(base) }, other: { ...other, ...statusOf(base) } }
      : { base, one, other }
  }
  return left
    ? { base, one: { ...one, ...statusOf(other) }, other }
    : { base, one, other: { ...other, ...statusOf(one) } }
}

const UNVERIFIED = { verifiedQuote: null, verifiedBy: null, verifiedAt: null } as const

function supportOf(sources: readonly ClaimSource[]): ReadonlySet<string> {
  return new Set(sources.flatMap(({ sourceId, stance }) => (stance === 'supports' ? [sourceId] : [])))
}

/** What the status that was given to `seen` comes to for what the claim is now. */
function statusFor(claim: Claim, seen: Claim): Status {
  const isOther = claim.kind !== seen.kind || claim.risk !== seen.risk
  const support = supportOf(claim.sources)
  const isLost = [...supportOf(seen.sources)].some((id) => !support.has(id))
  const first = isOther ? statusByOtherRules(claim.status) : claim.status
  const status = isLost ? statusByLostSupport(first) : first
  return status === claim.status ? statusOf(claim) : { status, ...UNVERIFIED }
}

/**
 * A verdict holds for the kind, the risk and the sources that its giver saw. Where the other side changed these at the
 * same time, the claim is looked at again, as it would be at one desk, and the verdict stands in a conflict.
 */
export function reviewVerdict(
  merged: Claim,
  { base, one, other }: ClaimSides,
  words: string,
  { context, conflicts }: RowMerging,
): Claim {
  const isOf = (side: Claim) => sameJson(statusOf(side), statusOf(merged))
  if (isOf(one) === isOf(other)) return merged
  const giver = isOf(one) ? 'one' : 'other'
  const now = statusFor(merged, giver === 'one' ? one : other)
  if (now.status === merged.status) return merged
  const side = (at: 'one' | 'other') => ({
    value: at === giver ? statusOf(merged) : now,
    origin: context[at].origin,
    at: (at === 'one' ? one : other).updatedAt,
  })
  conflicts.field({
    what: { table: 'claim', id: merged.id, field: 'status' },
    words: `${words}: status, given before its grounds changed`,
    base: base && statusOf(base),
    one: side('one'),
    other: side('other'),
  })
  return { ...merged, ...now }
}
