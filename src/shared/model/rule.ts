import { z } from 'zod'
import { waiverId } from './ids.ts'
import { role } from './person.ts'
import { claimTest, listName, way } from './rule-parts.ts'
import type { ClaimTest } from './rule-parts.ts'

/**
 * Sourcing rules are data: resources/rules/sourcing.yaml, which a desk can edit. This file and rule-parts.ts are its
 * grammar; rules/sourcing.ts evaluates it and knows no rule by its id. A rule is met when every demand is met; a
 * demand when one of its ways is.
 */

/** What `{…}` stands for in a sentence: failing sources, missing parties, the words found, the words not found. */
const PLACEHOLDERS = ['sources', 'parties', 'words', 'text'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

const told = z
  .string()
  .min(1)
  .max(300)
  .refine(
    (text) =>
      [...text.matchAll(/\{([^}]*)\}/g)].every(([, name]) => PLACEHOLDERS.some((known) => known === name)),
    `only ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')} may stand in braces`,
  )

export const demand = z.strictObject({
  /** Only claims of which this is so have to meet it. */
  when: claimTest.optional(),
  /** What is missing, as a sentence of its own, shown when unmet. */
  unmet: told,
  /** What would meet it; shown after “To meet it:”. */
  remedy: told,
  /** What is there, shown when met. */
  met: told,
  anyOf: z.array(way).nonempty(),
})
export type Demand = z.infer<typeof demand>

const slots = z.array(z.enum(['standards', 'legal']))

export const rule = z.strictObject({
  id: z.string().regex(/^R\d{1,2}$/, 'a rule is called R and a number of one or two digits'),
  title: z.string().min(1).max(80),
  /** Claims it applies to; nothing given: every claim. */
  applies: claimTest,
  demands: z.array(demand).nonempty(),
  /** Demands of `shared` that it makes besides. */
  also: z.array(listName).optional(),
  /** Roles that may waive it; empty: nobody. */
  waivedBy: z.array(role),
  /** The same at high risk, where that differs. */
  waivedByAtHighRisk: z.array(role).optional(),
  /** Slots that become required while the rule applies to some claim, and those besides at high risk. */
  requires: slots.optional(),
  requiresAtHighRisk: slots.optional(),
  /** The blocker of approval that it raises by itself while it is unmet. */
  blocker: z.enum(['B4', 'B9']).optional(),
})
export type Rule = z.infer<typeof rule>

const wordList = z.array(z.string().trim().min(1).max(60)).nonempty().max(500)

const bookShape = z.strictObject({
  version: z.string().min(1).max(40),
  /** Lists of words that rules ask after, by name. */
  words: z.record(listName, wordList).default({}),
  /** Demands that several rules make, by name. */
  shared: z.record(listName, demand).default({}),
  rules: z.array(rule).nonempty().max(100),
})

type Shape = z.infer<typeof bookShape>
type Path = readonly (string | number)[]
type Mistake = { readonly path: Path; readonly message: string }

function unknownLists({ words }: Shape, test: ClaimTest | undefined, path: Path): readonly Mistake[] {
  return (['words', 'noWords'] as const).flatMap((key) => {
    const name = test?.[key]
    if (name === undefined || Object.hasOwn(words, name)) return []
    return [{ path: [...path, key], message: `there is no list of words called “${name}”` }]
  })
}

function unknownInDemand(book: Shape, { when, anyOf }: Demand, path: Path): readonly Mistake[] {
  return [
    ...unknownLists(book, when, [...path, 'when']),
    ...anyOf.flatMap((one, at) => unknownLists(book, one.claim, [...path, 'anyOf', at, 'claim'])),
  ]
}

function unknownInRule(book: Shape, { id, applies, demands, also }: Rule, at: number): readonly Mistake[] {
  const path = ['rules', at]
  const isTwice = book.rules.findIndex((rule) => rule.id === id) !== at
  return [
    ...(isTwice ? [{ path: [...path, 'id'], message: `there are two rules ${id}` }] : []),
    ...unknownLists(book, applies, [...path, 'applies']),
    ...demands.flatMap((one, place) => unknownInDemand(book, one, [...path, 'demands', place])),
    ...(also ?? []).flatMap((name, place) =>
      Object.hasOwn(book.shared, name)
        ? []
        : [{ path: [...path, 'also', place], message: `there is no shared demand called “${name}”` }],
    ),
  ]
}

export const ruleBook = bookShape.superRefine((book, check) => {
  const mistakes = [
    ...Object.entries(book.shared).flatMap(([name, one]) => unknownInDemand(book, one, ['shared', name])),
    ...book.rules.flatMap((one, at) => unknownInRule(book, one, at)),
  ]
  for (const { path, message } of mistakes) check.addIssue({ code: 'custom', path: [...path], message })
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
