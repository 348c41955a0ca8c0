import { z } from 'zod'
import { claimKind, risk } from './claim.ts'
import { waiverId } from './ids.ts'
import { role } from './person.ts'
import { grade, onRecord, sourceKind } from './source.ts'

/**
 * Sourcing rules are data: resources/rules/sourcing.yaml, which a desk can edit. This file is its grammar;
 * rules/sourcing.ts evaluates it. A rule is met when every demand is met; a demand when one of its ways is.
 */

/** Which sources count for one way of meeting a demand. Every given condition must hold. */
export const sourceTest = z.strictObject({
  grades: z.array(grade).nonempty().optional(),
  kinds: z.array(sourceKind).nonempty().optional(),
  records: z.array(onRecord).nonempty().optional(),
  direct: z.boolean().optional(),
  attested: z.boolean().optional(),
  /** Fields of the source that must be filled in. A locator may also stand at the claim. */
  filled: z
    .array(z.enum(['locator', 'period', 'medium', 'origin', 'url']))
    .nonempty()
    .optional(),
})
export type SourceTest = z.infer<typeof sourceTest>

export const way = z.strictObject({
  /** At least so many sources, each with an origin of its own, pass `test`; default 1. */
  count: z.number().int().min(1).max(9).optional(),
  test: sourceTest.optional(),
  /** At least one of those counted also passes this. */
  oneOf: sourceTest.optional(),
  /** Fields of the claim that must be filled in. */
  claim: z
    .array(z.enum(['sum', 'speaker', 'spokenOn', 'wordForWord', 'holder', 'parties', 'opinion-labelled']))
    .nonempty()
    .optional(),
  /** Every source of the claim that matches `each.of` must pass `each.must`; met when none matches. */
  each: z.strictObject({ of: sourceTest, must: sourceTest }).optional(),
})
export type Way = z.infer<typeof way>

export const demand = z.strictObject({
  /** What is missing, as a sentence of its own, shown when unmet. */
  unmet: z.string().min(1).max(300),
  /** What would meet it; shown after “To meet it:”. */
  remedy: z.string().min(1).max(300),
  /** What is there, shown when met. */
  met: z.string().min(1).max(300),
  anyOf: z.array(way).nonempty(),
})
export type Demand = z.infer<typeof demand>

export const rule = z.strictObject({
  id: z.string().regex(/^R\d{1,2}$/),
  title: z.string().min(1).max(80),
  /** Claims it applies to; all given conditions must hold; none given: every claim. */
  applies: z.strictObject({
    kinds: z.array(claimKind).nonempty().optional(),
    risks: z.array(risk).nonempty().optional(),
    /** Only claims with at least one source that passes this. */
    withSource: sourceTest.optional(),
  }),
  demands: z.array(demand).nonempty(),
  /** Roles that may waive it; empty: nobody. */
  waivedBy: z.array(role),
  /** Slots that become required while the rule applies to some claim. */
  requires: z.array(z.enum(['standards', 'legal'])).optional(),
})
export type Rule = z.infer<typeof rule>

export const ruleBook = z.strictObject({
  version: z.string().min(1).max(40),
  rules: z.array(rule).nonempty().max(100),
})
export type RuleBook = z.infer<typeof ruleBook>

export const ruleResult = z.object({
  rule: z.string(),
  title: z.string(),
  state: z.enum(['met', 'unmet', 'waived']),
  why: z.string(),
  /** Empty when met. */
  remedy: z.string(),
  /** Roles that may waive it for this claim; empty: nobody. */
  waivedBy: z.array(role).readonly(),
  /** The waiver it runs under; null unless `state` is waived. */
  waiverId: waiverId.nullable(),
})
export type RuleResult = z.infer<typeof ruleResult>
