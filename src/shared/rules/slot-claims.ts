import type { Slot } from '../model/approval.ts'
import type { ClaimView } from '../model/review.ts'
import type { RuleBook } from '../model/rule.ts'
import { requiredSlots } from './sourcing.ts'

/** Ids of the rules by which a claim asks for a slot. */
export function rulesAsking(slot: Slot, { risk, results }: ClaimView, book: RuleBook): readonly string[] {
  if (slot !== 'standards' && slot !== 'legal') return []
  const bearing = new Set(results.map(({ rule }) => rule))
  return book.rules
    .filter((rule) => bearing.has(rule.id) && requiredSlots(rule, risk).includes(slot))
    .map((rule) => rule.id)
}

/** The claims that a conditional slot is asked for, in their order. */
export function claimsRequiring(
  slot: Slot,
  claims: readonly ClaimView[],
  book: RuleBook,
): readonly ClaimView[] {
  return claims.filter((claim) => rulesAsking(slot, claim, book).length > 0)
}
