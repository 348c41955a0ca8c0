import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../../../../src/shared/model/person.ts'
import type { ClaimView, ReviewState } from '../../../../../src/shared/model/review.ts'
import { MIN_WAIVER_REASON } from '../../../../../src/shared/model/waiver.ts'
import { movesOf } from '../../../../../src/renderer/features/claims/claim-moves.ts'
import { verifyRefusal } from '../../../../../src/renderer/features/claims/verify-refusal.ts'
import {
  draftRefusal,
  LEAST_REASON,
  mayWaive,
} from '../../../../../src/renderer/features/claims/waive-draft.ts'
import { withdrawRefusal } from '../../../../../src/renderer/features/claims/withdraw-refusal.ts'
import { claimView, ruleResult, sourceRecord, waiverRecord } from '../../../../support/claim-views.ts'

const actor = (role: Role, personId = 'mo') => ({ personId, role }) as Actor

/** The parts of a state that refusals read. */
function stateOf(fields: Partial<ReviewState> = {}, locked = false): ReviewState {
  const article = { locked, authorId: 'jp', version: 7 }
  const none = { sources: [], threads: [], waivers: [], replies: [], consultations: [], claims: [] }
  return { article, ...none, ...fields } as unknown as ReviewState
}

const link = (sourceId: string) =>
  ({
    sourceId,
    locator: '',
    note: '',
    bears: ['claim'],
    stance: 'supports',
    answer: '',
  }) as unknown as ClaimView['sources'][number]

const refusal = (claim: ClaimView, role: Role = 'checker', personId = 'mo', state = stateOf()) =>
  verifyRefusal(claim, { state, actor: actor(role, personId) })

describe('Verify is refused', () => {
  test('while rules are unmet, and it is said who may waive them', () => {
    const legal = [ruleResult('R8', { waivedBy: ['legal'] }), ruleResult('R16', { waivedBy: ['legal'] })]
    expect(refusal(claimView(1, { results: legal }))).toBe(
      'Refused while R8 and R16 are unmet. Only legal may waive that.',
    )
    const mixed = [...legal, ruleResult('R14'), ruleResult('R6', { waivedBy: ['desk', 'standards'] })]
    expect(refusal(claimView(1, { results: mixed }))).toBe(
      'Refused while R8, R16, R14 and R6 are unmet. Only legal may waive R8 and R16. Nobody may waive R14. Only desk or standards may waive R6.',
    )
  })

  test('to reporters, on one’s own story and of one’s own find', () => {
    const mine = claimView(1, { sources: [link('s1'), link('s2')] })
    const supplied = { suppliedBy: 'mo' as never }
    const state = stateOf({ sources: [sourceRecord('s1', supplied), sourceRecord('s2', supplied)] })
    expect(refusal(claimView(1), 'reporter')).toMatch(/^A reporter does not verify/)
    expect(refusal(claimView(1), 'checker', 'jp')).toMatch(/of their own story/)
    expect(refusal(mine, 'checker', 'mo', state)).toMatch(/^You supplied its only sources/)
    expect(refusal(mine, 'checker', 'ic', state)).toBe('')
  })

  test('of a claim without words, and of a locked article', () => {
    expect(refusal(claimView(1, { orphaned: true }))).toMatch(/^Its words are no longer in the text/)
    expect(refusal(claimView(1), 'checker', 'mo', stateOf({}, true))).toMatch(/locked/)
  })

  test('and offered where only the words changed since: verifying again is what meets that', () => {
    expect(refusal(claimView(1, { status: 'verified', stale: true, results: [ruleResult('R18')] }))).toBe('')
  })

  test('and offered where the rules that stand are waived', () => {
    expect(refusal(claimView(1, { results: [ruleResult('R8', { state: 'waived' })] }))).toBe('')
  })
})

describe('where a claim can go', () => {
  test('under a waiver only where nothing is unmet, and cut only without words', () => {
    const waived = ruleResult('R8', { state: 'waived' })
    expect(movesOf(claimView(1, { results: [waived] }))).toContain('waived')
    expect(movesOf(claimView(1, { results: [waived, ruleResult('R1')] }))).not.toContain('waived')
    expect(movesOf(claimView(1))).not.toContain('cut')
    expect(movesOf(claimView(1, { words: '' }))).toContain('cut')
  })
})

describe('a waiver', () => {
  const claim = claimView(1, {
    results: [ruleResult('R8', { waivedBy: ['legal'] }), ruleResult('R1', { waivedBy: ['desk'] })],
  })
  const offered = (role: Role, personId = 'dl') => {
    const { mine, others } = mayWaive(claim, { state: stateOf(), actor: actor(role, personId) })
    return [mine.map(({ rule }) => rule), others.map(({ rule }) => rule)]
  }

  test('is offered for the rules that the role may waive, never on one’s own story', () => {
    expect(offered('legal')).toEqual([['R8'], ['R1']])
    expect(offered('desk')).toEqual([['R1'], ['R8']])
    expect(offered('legal', 'jp')).toEqual([[], ['R8', 'R1']])
  })

  test('needs a rule, a reason as long as the model asks, and a version that is not gone', () => {
    expect(LEAST_REASON).toBe(MIN_WAIVER_REASON)
    const reason = 'x'.repeat(LEAST_REASON)
    const said = (draft: Partial<Parameters<typeof draftRefusal>[0]>) =>
      draftRefusal({ rules: ['R8'], reason, through: 7, ...draft }, 7, 1)
    expect(said({})).toBe('')
    expect(said({ rules: [] })).toBe('Tick the rules to waive.')
    expect(said({ reason: ` ${reason.slice(1)} ` })).toBe('The reason needs 1 more character.')
    expect(said({ through: 6 })).toBe('Name version 7 or a later one.')
    expect(said({ through: Number.NaN })).toBe('Name version 7 or a later one.')
    expect(draftRefusal({ rules: [], reason, through: 7 }, 7, 0)).toMatch(/^None of these rules/)
  })
})

describe('taking a claim back', () => {
  test('is offered while nothing was said, attached or waived', () => {
    const thread = { target: { kind: 'claim', claimId: 'c1' } } as ReviewState['threads'][number]
    expect(withdrawRefusal(claimView(1), stateOf())).toBe('')
    expect(withdrawRefusal(claimView(2), stateOf({ threads: [thread] }))).toBe('')
    expect(withdrawRefusal(claimView(1), stateOf({ threads: [thread] }))).toMatch(/so it stays/)
    expect(withdrawRefusal(claimView(1), stateOf({ waivers: [waiverRecord('w', 'c1')] }))).toMatch(/stays/)
    expect(withdrawRefusal(claimView(1, { sources: [link('s1')] }), stateOf())).toMatch(/stays/)
    expect(withdrawRefusal(claimView(1, { status: 'disputed' }), stateOf())).toMatch(/stays/)
    const noted = { ...claimView(1).details, note: 'Ask again.' }
    expect(withdrawRefusal(claimView(1, { details: noted }), stateOf())).toMatch(/stays/)
    const repeats = claimView(2, { details: { ...noted, bodyClaimId: 'c1' as ClaimView['id'] } })
    expect(withdrawRefusal(claimView(1), stateOf({ claims: [repeats] }))).toMatch(/stays/)
  })
})
