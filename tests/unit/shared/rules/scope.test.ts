import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../../src/main/core/hash.ts'
import type { SignOff, Slot } from '../../../../src/shared/model/approval.ts'
import type { Claim } from '../../../../src/shared/model/claim.ts'
import type { ReviewRecords } from '../../../../src/shared/rules/review-state.ts'
import { scopesOf } from '../../../../src/shared/rules/scope.ts'
import { differences } from '../../../../src/shared/rules/scope-difference.ts'
import { slotStates } from '../../../../src/shared/rules/slots.ts'
import { waiverRow } from '../../../support/evidence.ts'
import { articleRow, claimRow, sourceRow } from '../../../support/rows.ts'
import { TEXT, book, signed, stateOf, withClaims } from '../../../support/small-review.ts'

/** What a signature covers, and what of a review that became another one voids it. */

type Review = {
  readonly words: Readonly<Record<string, string>>
  readonly claims: readonly Claim[]
  readonly fields?: Partial<ReviewRecords>
}

const event = claimRow('event', { kind: 'event' }, ['s1'])
const allegation = claimRow('alleged', { kind: 'allegation' }, ['s1'])
const before: Review = {
  words: { event: 'moved fuel', alleged: 'stole it' },
  claims: [event, allegation],
  fields: { sources: [sourceRow('s1'), sourceRow('s2')] },
}

const SLOTS = ['desk', 'facts', 'copy', 'standards', 'legal', 'approval'] as const

function recordsOf({ words, claims, fields }: Review): Partial<ReviewRecords> {
  return { index: withClaims(words), claims, ...fields }
}

/** Every slot signed on one review, with what it covers there. */
function signAll(review: Review, version = 1): SignOff[] {
  const records = recordsOf(review)
  const state = stateOf(records)
  const scopeOf = scopesOf({
    records: { ...state, claims: review.claims },
    claims: state.claims,
    book,
    sha256,
  })
  return SLOTS.map((slot: Slot, place) =>
    signed(slot, place + 1, {
      version,
      textHash: state.textHash,
      evidenceHash: state.evidenceHash,
      scope: scopeOf(slot),
    }),
  )
}

/** The void slots of the review as it is now, with the causes. */
function voidIn(now: Review, was: Review = before): Record<string, string> {
  const { slots } = stateOf({ ...recordsOf(now), signOffs: signAll(was) })
  return Object.fromEntries(
    slots.filter(({ state }) => state === 'void').map(({ slot, cause }) => [slot, cause]),
  )
}

const OTHER = sha256('another text')

test('nothing is void while nothing changed', () => {
  expect(voidIn(before)).toEqual({})
})

describe('text', () => {
  test('outside of every claim voids copy and approval, and nothing else', () => {
    const now = { ...before, fields: { ...before.fields, textHash: OTHER } }
    expect(voidIn(now)).toEqual({ copy: 'text changed', approval: 'text changed' })
  })

  test('in a claim voids facts too, and names the claim', () => {
    const now = {
      ...before,
      words: { event: 'moved diesel', alleged: 'stole it' },
      fields: { ...before.fields, textHash: OTHER },
    }
    expect(voidIn(now)).toEqual({
      facts: 'claim 1 changed',
      copy: 'text changed',
      approval: 'text changed and claim 1 changed',
    })
  })

  test('in a claim that legal answers for voids legal too', () => {
    const now = {
      ...before,
      words: { event: 'moved fuel', alleged: 'took it' },
      fields: { ...before.fields, textHash: OTHER },
    }
    expect(voidIn(now)).toMatchObject({ facts: 'claim 2 changed', legal: 'claim 2 changed' })
  })
})

describe('claims', () => {
  test('a new one voids facts, and legal where it asks for it', () => {
    const words = { ...before.words, third: 'they knew' }
    const withThird = (kind: Claim['kind']) =>
      voidIn({ ...before, words, claims: [...before.claims, claimRow('third', { kind })] })
    expect(withThird('event')).toEqual({ facts: 'claim 3 is new', approval: 'claim 3 is new' })
    expect(withThird('allegation')).toMatchObject({ facts: 'claim 3 is new', legal: 'claim 3 is new' })
  })

  test('one that is gone, or is no allegation any more', () => {
    const gone = voidIn({ ...before, words: { event: 'moved fuel' }, claims: [event] })
    expect(gone).toMatchObject({ facts: 'claim 2 is gone' })
    const milder = { ...allegation, kind: 'event' as const }
    expect(voidIn({ ...before, claims: [event, milder] })).toMatchObject({ facts: 'claim 2 changed' })
    const two = { ...before, claims: [{ ...event, kind: 'allegation' as const }, allegation] }
    expect(voidIn({ ...two, claims: [two.claims[0] ?? event, milder] }, two)).toMatchObject({
      legal: 'claim 2 is not of its kind any more',
    })
  })
})

describe('evidence', () => {
  test('a source that changed, and one that is new, void facts and a standing approval', () => {
    const sources = [sourceRow('s1'), sourceRow('s2', { locator: 'p. 9' }), sourceRow('s3')]
    const cause = 'source 2 changed and source 3 is new'
    expect(voidIn({ ...before, fields: { sources } })).toEqual({ facts: cause, approval: cause })
  })

  test('a waiver, and the rules themselves', () => {
    const waivers = [waiverRow(['R6'], 'desk')]
    expect(voidIn({ ...before, fields: { ...before.fields, waivers } })).toMatchObject({
      facts: 'waiver 1 is new',
    })
    const [, facts] = signAll(before)
    const scope = facts?.scope ?? null
    if (!scope) throw new Error('Nothing is covered')
    expect(differences(scope, { ...scope, rules: 'other' }, () => true)).toEqual([
      'the sourcing rules changed',
    ])
  })

  test('what was only edited without saying anything else voids nothing', () => {
    const sources = [sourceRow('s1', { updatedAt: 1 }), sourceRow('s2')]
    expect(voidIn({ ...before, fields: { sources } })).toEqual({})
  })
})

test('many are counted, not listed', () => {
  const row = (number: number) => ({ kind: 'claim' as const, id: `c${number}`, number, digest: 'a' })
  const rows = [1, 2, 3, 4, 5, 6].map(row)
  const scope = { text: false, rows, rules: '' }
  expect(differences({ ...scope, rows: [] }, scope, () => true)).toEqual([
    'claims 1, 2, 3, 4 and 2 more are new',
  ])
})

test('an approval holds for its edition, and the other signatures over it', () => {
  const states = stateOf({
    ...recordsOf(before),
    article: articleRow({ version: 2 }),
    signOffs: signAll(before),
  }).slots
  expect(states.map(({ state, cause }) => cause || state)).toEqual([
    'signed',
    'signed',
    'signed',
    'signed',
    'signed',
    're-opened',
  ])
})

describe('the last word of a slot', () => {
  const slotAfter = (...decisions: SignOff['decision'][]) => {
    const signOffs = decisions.map((decision, place) => signed('legal', place + 1, { decision }))
    return slotStates({
      signOffs,
      claims: [],
      book,
      textHash: TEXT,
      evidenceHash: TEXT,
      edition: 1,
      scopeOf: () => ({ text: false, rows: [], rules: '' }),
      stands: () => false,
    })[4]
  }

  test('withdrawn: an approval must be given again, an objection is as if it had not been', () => {
    const now = (...decisions: SignOff['decision'][]) => {
      const { state, required, signOff } = slotAfter(...decisions) ?? {}
      return { state, required, signed: signOff !== null }
    }
    expect(now('approve', 'withdraw')).toEqual({ state: 'waiting', required: true, signed: false })
    expect(now('return', 'withdraw')).toEqual({ state: 'not-needed', required: false, signed: false })
    expect(now('return')).toEqual({ state: 'waiting', required: true, signed: false })
  })
})
