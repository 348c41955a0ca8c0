import { describe, expect, test } from 'vitest'
import { ROLES } from '../../../../../src/shared/model/person.ts'
import type { Role } from '../../../../../src/shared/model/person.ts'
import type { RuleResult } from '../../../../../src/shared/model/rule.ts'
import { evaluateClaim } from '../../../../../src/shared/rules/sourcing.ts'
import { settingOf, waiverRow } from '../../../../support/evidence.ts'
import type { Given } from '../../../../support/evidence.ts'
import { shippedRules } from '../../../../support/shipped-rules.ts'
import { MORE_RULES } from './more-rule-cases.ts'
import { FIRST_RULES } from './rule-cases.ts'

/** The rules that ship, not ones made for the test: the file itself is what is tested. */
const book = await shippedRules()
const CASES = { ...FIRST_RULES, ...MORE_RULES }

function judge(rule: string, given: Given): RuleResult | undefined {
  const { claim, evidence } = settingOf(given)
  return evaluateClaim(claim, evidence, book).find((result) => result.rule === rule)
}

test('every rule of the book has its cases here, and these speak of no other', () => {
  expect(Object.keys(CASES)).toEqual(book.rules.map((rule) => rule.id))
  expect(book.rules.map((rule) => rule.id)).toEqual(Array.from({ length: 18 }, (_, at) => `R${at + 1}`))
})

describe.each(Object.entries(CASES))('%s', (rule, { met, unmet, notAsked }) => {
  test.each(met)('is met by %j', (given) => {
    expect(judge(rule, given)).toMatchObject({ state: 'met', remedy: '', waiverId: null })
    expect(judge(rule, given)?.why).not.toBe('')
  })

  test.each(unmet)('is unmet by %j', (given, why, remedy) => {
    expect(judge(rule, given)).toMatchObject({ state: 'unmet', why, remedy, waiverId: null })
  })

  test.each(notAsked)('does not bear on %j', (given) => {
    expect(judge(rule, given)).toBe(undefined)
  })

  test.each(unmet)('is waived by a record of the roles that may, and of no other: %j', (given) => {
    const may = judge(rule, given)?.waivedBy ?? []
    for (const role of ROLES) {
      const waiver = waiverRow([rule], role)
      const result = judge(rule, { ...given, waivers: [waiver] })
      const isWaived = may.includes(role)
      expect(result).toMatchObject({
        state: isWaived ? 'waived' : 'unmet',
        waiverId: isWaived ? waiver.id : null,
      })
    }
  })
})

/** As the product's table of rules has it. */
const WAIVERS: Readonly<Record<string, readonly [usual: readonly Role[], high: readonly Role[]]>> = {
  R1: [['desk'], ['desk']],
  R2: [['desk'], ['desk']],
  R3: [['desk'], ['desk']],
  R4: [['copy'], ['copy']],
  R5: [['desk'], ['desk']],
  R6: [['desk'], ['standards']],
  R7: [['desk'], ['desk']],
  R8: [['legal'], ['legal']],
  R9: [['desk'], ['desk']],
  R10: [['desk'], ['desk']],
  R11: [['desk'], ['desk']],
  R12: [['copy'], ['copy']],
  R13: [[], []],
  R14: [[], []],
  R15: [['standards'], ['standards']],
  R16: [['legal'], ['legal']],
  R17: [[], []],
  R18: [[], []],
}

test.each(Object.entries(WAIVERS))('%s is waived by %j', (rule, [usual, high]) => {
  const given = CASES[rule]?.unmet[0]?.[0] ?? {}
  const at = (risk: 'medium' | 'high') => judge(rule, { ...given, claim: { ...given.claim, risk } })?.waivedBy
  expect([at('medium'), at('high')]).toEqual([usual, high])
})

describe('a waiver', () => {
  const event: Given = { claim: { kind: 'event' } }
  const state = (given: Given) => judge('R6', { ...event, ...given })?.state
  test.each<[string, Given]>([
    ['waived', { waivers: [waiverRow(['R6'], 'desk')] }],
    ['waived', { waivers: [waiverRow(['R1', 'R6'], 'desk', { throughVersion: 3 })], version: 3 }],
    ['unmet', { waivers: [waiverRow(['R6'], 'desk', { throughVersion: 3 })], version: 4 }],
    ['unmet', { waivers: [waiverRow(['R6'], 'desk', { endedAt: 1 })] }],
    ['unmet', { waivers: [waiverRow(['R5'], 'desk')] }],
    ['unmet', { waivers: [waiverRow(['R6'], 'desk', { claimId: 'other' as never })] }],
    ['unmet', { waivers: [waiverRow(['R6'], 'desk')], claim: { kind: 'event', risk: 'high' } }],
    ['waived', { waivers: [waiverRow(['R6'], 'standards')], claim: { kind: 'event', risk: 'high' } }],
    ['met', { waivers: [waiverRow(['R6'], 'desk')], sources: [{}] }],
  ])('leaves the rule %s: %j', (wanted, given) => {
    expect(state(given)).toBe(wanted)
  })
})

test('a source that is attached nowhere bears out nothing, and one that is gone neither', () => {
  const { claim, evidence } = settingOf({ claim: { kind: 'event' }, sources: [{}] })
  expect(evaluateClaim({ ...claim, sources: [] }, evidence, book)[0]?.state).toBe('unmet')
  expect(evaluateClaim(claim, { ...evidence, source: () => undefined }, book)[0]?.state).toBe('unmet')
})
