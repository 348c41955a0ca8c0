import type { Claim } from '../model/claim.ts'
import type { Role } from '../model/person.ts'
import type { Demand, Rule, RuleBook, RuleResult } from '../model/rule.ts'
import type { Slot } from '../model/approval.ts'
import type { ClaimCase, Evidence } from './claim-case.ts'
import { openCase } from './claim-case.ts'
import { isSo } from './test-claim.ts'
import { tryDemand } from './try-demand.ts'

/** Roles that may let a claim of this risk run without the rule; none: nobody may. */
function waivedBy(rule: Rule, risk: Claim['risk']): readonly Role[] {
  return (risk === 'high' ? rule.waivedByAtHighRisk : undefined) ?? rule.waivedBy
}

/** Slots that the rule asks for while it applies to a claim of this risk. */
export function requiredSlots(rule: Rule, risk: Claim['risk']): readonly Slot[] {
  return [...(rule.requires ?? []), ...(risk === 'high' ? (rule.requiresAtHighRisk ?? []) : [])]
}

function demandsOf(rule: Rule, book: RuleBook): readonly Demand[] {
  const shared = (rule.also ?? []).flatMap((name) => book.shared[name] ?? [])
  return [...rule.demands, ...shared]
}

/** A waiver of a role that may not waive the rule at this risk, or not any more, holds nothing up. */
function waiverOf({ claim, evidence }: ClaimCase, rule: Rule) {
  const roles = waivedBy(rule, claim.risk)
  return evidence.waivers.find(
    (waiver) =>
      waiver.claimId === claim.id && waiver.rules.includes(rule.id) && roles.includes(waiver.grantedAs),
  )
}

/** Null where none of its demands concerns the claim. */
function judge(one: ClaimCase, rule: Rule, book: RuleBook): RuleResult | null {
  const demands = demandsOf(rule, book)
    .filter(({ when }) => !when || isSo(one, when))
    .map((demand) => tryDemand(one, demand))
  if (demands.length === 0) return null
  const unmet = demands.filter((demand) => !demand.met)
  const told = unmet.length > 0 ? unmet : demands
  const waiver = unmet.length > 0 ? waiverOf(one, rule) : undefined
  return {
    rule: rule.id,
    title: rule.title,
    state: unmet.length === 0 ? 'met' : waiver ? 'waived' : 'unmet',
    why: told.map((demand) => demand.why).join(' '),
    remedy: unmet.map((demand) => demand.remedy).join(' '),
    waivedBy: waivedBy(rule, one.claim.risk),
    waiverId: waiver?.id ?? null,
  }
}

/**
 * What every rule that bears on the claim says of it, in the order of the book: met, unmet or waived, why, and what
 * would meet it. A claim that was cut stands nowhere, so none bears on it.
 */
export function evaluateClaim(claim: Claim, evidence: Evidence, book: RuleBook): readonly RuleResult[] {
  if (claim.status === 'cut') return []
  const one = openCase(claim, evidence, book)
  return book.rules.flatMap((rule) => (isSo(one, rule.applies) ? (judge(one, rule, book) ?? []) : []))
}
