import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BEARINGS, CLAIM_KINDS, RISKS, STANCES } from '../../../../../src/shared/model/claim.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import type { Demand, Rule, RuleResult } from '../../../../../src/shared/model/rule.ts'
import { GRADES, SOURCE_KINDS, onRecord } from '../../../../../src/shared/model/source.ts'
import { openCase } from '../../../../../src/shared/rules/claim-case.ts'
import { evaluateClaim } from '../../../../../src/shared/rules/sourcing.ts'
import { passes } from '../../../../../src/shared/rules/test-source.ts'
import { settingOf } from '../../../../support/evidence.ts'
import type { Given, GivenSource } from '../../../../support/evidence.ts'
import { AT } from '../../../../support/rows.ts'
import { shippedRules } from '../../../../support/shipped-rules.ts'

const book = await shippedRules()

const filled = (words: string) => fc.constantFrom('', words)
const source: fc.Arbitrary<GivenSource> = fc.record({
  kind: fc.constantFrom(...SOURCE_KINDS),
  grade: fc.constantFrom(...GRADES),
  onRecord: fc.constantFrom(...onRecord.options),
  origin: fc.constantFrom('', 'the wire', 'The  Wire', 'the office'),
  locator: filled('p. 3'),
  period: filled('2026'),
  medium: filled('audio'),
  inText: fc.constantFrom('', 'the pilot', 'the clerk'),
  title: fc.constantFrom('the pilot', 'the clerk'),
  directKnowledge: fc.boolean(),
  attestation: fc.constantFrom(null, { by: 'ines' as PersonId, at: AT, reason: 'Would lose the post.' }),
  link: fc.record({
    bears: fc.uniqueArray(fc.constantFrom(...BEARINGS), { minLength: 1, maxLength: 4 }),
    stance: fc.constantFrom(...STANCES),
    answer: filled('Of another day.'),
  }),
})

const given: fc.Arbitrary<Given> = fc.record({
  claim: fc.record({ kind: fc.constantFrom(...CLAIM_KINDS), risk: fc.constantFrom(...RISKS) }),
  details: fc.record({
    computed: fc.boolean(),
    trend: fc.boolean(),
    sum: filled('3 + 4'),
    attributedTo: fc.constantFrom('', 'officials', 'the clerk'),
    stated: fc.constantFrom('', 'officials', 'Skarn'),
    holder: filled('The union'),
    basis: filled('Last year'),
  }),
  words: fc.constantFrom('officials say so', 'it is certain to come', 'it came'),
  text: fc.constantFrom('', 'The pilot said it.'),
  sources: fc.array(source, { maxLength: 4 }),
})

function resultsOf(one: Given): readonly RuleResult[] {
  const { claim, evidence } = settingOf(one)
  return evaluateClaim(claim, evidence, book)
}

function demandsOf(rule: Rule): readonly Demand[] {
  return [...rule.demands, ...(rule.also ?? []).flatMap((name) => book.shared[name] ?? [])]
}

/**
 * Whether the rule, by its own data, asks something of this very source: that every source of its sort passes, or that
 * what says otherwise has an answer. Nothing else in a book may let more evidence count for less.
 */
function asksOf(rule: Rule, one: Given): boolean {
  const { claim, evidence } = settingOf(one)
  const opened = openCase(claim, evidence, book)
  const added = opened.attached.at(-1)
  if (!added) return false
  const isContrary = added.link.stance === 'contradicts' && added.link.answer === ''
  return demandsOf(rule).some(
    ({ when, anyOf }) =>
      (isContrary && when?.contradicted === true) ||
      anyOf.some(({ each }) => each && opened.support.includes(added) && passes(opened, added, each.of)),
  )
}

test('one more source never makes a met rule unmet, but where the rule asks something of that source', () => {
  fc.assert(
    fc.property(given, source, (before, added) => {
      const after = { ...before, sources: [...(before.sources ?? []), added] }
      const now = new Map(resultsOf(after).map((result) => [result.rule, result.state]))
      for (const { rule: id, state } of resultsOf(before)) {
        const rule = book.rules.find((one) => one.id === id)
        if (state !== 'met' || !rule || asksOf(rule, after)) continue
        expect([id, now.get(id)]).toEqual([id, 'met'])
      }
    }),
    { numRuns: 2000 },
  )
})

test('a source graded E, whatever it says for a claim, changes the state of no rule', () => {
  fc.assert(
    fc.property(given, source, (before, added) => {
      const guidance = { ...added, grade: 'E', link: { ...added.link, stance: 'supports' } } as const
      const states = (one: Given) => resultsOf(one).map(({ rule, state }) => [rule, state])
      expect(states({ ...before, sources: [...(before.sources ?? []), guidance] })).toEqual(states(before))
    }),
    { numRuns: 500 },
  )
})

test('what says otherwise supports nothing: no unmet rule is met by it', () => {
  fc.assert(
    fc.property(given, source, (before, added) => {
      const contrary = { ...added, link: { ...added.link, stance: 'contradicts' } } as const
      const now = new Map(
        resultsOf({ ...before, sources: [...(before.sources ?? []), contrary] }).map(({ rule, state }) => [
          rule,
          state,
        ]),
      )
      for (const { rule, state } of resultsOf(before)) {
        if (state === 'unmet') expect([rule, now.get(rule)]).toEqual([rule, 'unmet'])
      }
    }),
    { numRuns: 500 },
  )
})
