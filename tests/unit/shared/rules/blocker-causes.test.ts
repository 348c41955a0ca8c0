import { describe, expect, test } from 'vitest'
import type { Blocker } from '../../../../src/shared/model/approval.ts'
import type { Claim } from '../../../../src/shared/model/claim.ts'
import type { MessageId, PersonId, ThreadId } from '../../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../../src/shared/model/review.ts'
import type { Thread } from '../../../../src/shared/model/thread.ts'
import { entryOf } from '../../../support/evidence.ts'
import { AT, claimRow, personRow, sourceRow } from '../../../support/rows.ts'
import { codes, index, ready, stateOf, thread, verified, withClaims } from '../../../support/small-review.ts'

const people = [personRow(), personRow({ id: 'jonah' as PersonId, name: 'Jonah Pell', initials: 'JP' })]

function blocker(state: ReviewState, code: Blocker['code']): Blocker | undefined {
  return state.blockers.find((one) => one.code === code)
}

function said(id: string, text: string, fields: Partial<Thread> = {}): Thread {
  const message = { id: `m-${id}` as MessageId, authorId: 'jonah' as PersonId, at: AT, dateRaw: null, text }
  return { ...thread, id: id as ThreadId, messages: [{ ...message, editedAt: null, earlier: [] }], ...fields }
}

const words = { c: 'words', d: 'the yard in Skarn', e: 'words' }
const alleged = (fields: Partial<Claim> = {}) => claimRow('d', { kind: 'allegation', ...fields }, ['s'])

describe('B2', () => {
  const jonahs = said('t1', 'Who says so?', { assigneeId: 'jonah' as PersonId })
  const nobodys = said('t2', 'Where does this come from? '.repeat(9), { assigneeId: null })
  const secret = said('t3', 'Privileged words.', { audience: 'legal' })

  test('one cause for each must-comment, in the order of the text', () => {
    expect(blocker(stateOf({ threads: [jonahs, nobodys], people }), 'B2')).toEqual({
      code: 'B2',
      title: '2 must-comments are open.',
      detail: 'Assigned to JP.',
      target: { kind: 'thread', id: 't1' },
      causes: [
        { text: 'To JP: “Who says so?”', target: { kind: 'thread', id: 't1' } },
        {
          text: 'To nobody: “Where does this come from? Where does this come from? Where does this…”',
          target: { kind: 'thread', id: 't2' },
        },
      ],
    })
  })

  test('what is private to legal counts, and says nothing', () => {
    const open = blocker(stateOf({ threads: [secret, jonahs], people }), 'B2')
    expect(open).toMatchObject({ title: '2 must-comments are open.', target: { kind: 'thread', id: 't1' } })
    expect(open?.causes[1]).toEqual({
      text: '1 private comment of legal',
      target: { kind: 'slot', slot: 'legal' },
    })
    const alone = blocker(stateOf({ threads: [secret, { ...secret, id: 't4' as ThreadId }], people }), 'B2')
    expect(alone).toMatchObject({
      target: { kind: 'slot', slot: 'legal' },
      causes: [{ text: '2 private comments of legal' }],
    })
    expect(JSON.stringify([open, alone])).not.toMatch(/Privileged|t3|t4|IC/)
  })
})

describe('B3 and B4', () => {
  const sources = [sourceRow('s', { grade: 'B', onRecord: 'unnamed' })]
  const open = () =>
    stateOf({ index: withClaims(words), claims: [claimRow('c'), alleged(), claimRow('e')], sources, people })

  test('one cause for each claim, with its number, why, and its words', () => {
    expect(blocker(open(), 'B3')?.causes).toEqual([
      { text: 'Claim 1, open: “words”', target: { kind: 'claim', id: 'c' } },
      { text: 'Claim 2, open: “the yard in Skarn”', target: { kind: 'claim', id: 'd' } },
      { text: 'Claim 3, open: “words”', target: { kind: 'claim', id: 'e' } },
    ])
  })

  test('sourcing and verifying one of them takes exactly its cause away', () => {
    const state = stateOf({
      index: withClaims(words),
      claims: [claimRow('c'), alleged(), claimRow('e', verified)],
      sources,
      people,
    })
    const before = blocker(open(), 'B3')?.causes ?? []
    expect(blocker(state, 'B3')?.causes).toEqual(before.slice(0, 2))
  })

  test('the gravest rules are named, with the numbers of the claims', () => {
    expect(blocker(open(), 'B4')).toEqual({
      code: 'B4',
      title: 'R8 and R14 are unmet.',
      detail: 'Claim 2.',
      target: { kind: 'claim', id: 'd' },
      causes: [{ text: 'Claim 2, R8 and R14: “the yard in Skarn”', target: { kind: 'claim', id: 'd' } }],
    })
    const two = stateOf({
      index: withClaims(words),
      claims: [claimRow('c', { kind: 'allegation' }), alleged()],
    })
    expect(blocker(two, 'B4')).toMatchObject({ title: 'R8 is unmet.', detail: 'Claims 1, 2.' })
  })

  test('a rule that is met, or no such rule, does not raise it', () => {
    const met = stateOf({ index: withClaims(words), claims: [alleged()], sources: [sourceRow('s')] })
    const event = stateOf({ index: withClaims(words), claims: [claimRow('c', { kind: 'event' })] })
    expect([codes(met), codes(event)].flat()).not.toContain('B4')
  })
})

describe('B8', () => {
  const lost = said('t', 'Which county?', {
    target: { kind: 'range' },
    level: 'fyi',
    quote: 'a county held to ransom',
  })
  const there = { ...index, comments: new Map([['t', entryOf('t', 'a county', ['body'])]]) }

  test('an open comment on words that are gone; placed again or resolved, it is dealt with', () => {
    const state = ready({ threads: [lost], people })
    expect(state.blockers).toEqual([
      {
        code: 'B8',
        title: '1 comment is orphaned.',
        detail: 'Comment by JP: “a county held to ransom”.',
        target: { kind: 'thread', id: 't' },
        causes: [{ text: 'Comment by JP: “a county held to ransom”', target: { kind: 'thread', id: 't' } }],
      },
    ])
    expect(codes(ready({ threads: [lost], people, index: there }))).toEqual([])
    expect(codes(ready({ threads: [{ ...lost, resolvedAt: AT }], people }))).toEqual([])
  })

  test('a comment on the whole article has no place to lose', () => {
    expect(codes(ready({ threads: [{ ...lost, target: { kind: 'article' } }], people }))).toEqual([])
  })

  test('a claim without a place, unless it is cut', () => {
    const claim = claimRow('c', { quote: 'old words' })
    const state = ready({ claims: [claim], threads: [lost], people })
    expect(blocker(state, 'B8')).toMatchObject({
      title: '1 comment and 1 claim are orphaned.',
      detail: 'Their words are gone from the text.',
      causes: [
        { target: { kind: 'thread' } },
        { text: 'Claim 1: “old words”', target: { kind: 'claim', id: 'c' } },
      ],
    })
    expect(codes(ready({ claims: [{ ...claim, status: 'cut' }] }))).toEqual([])
  })

  test('a private comment of legal tells neither its words nor whose it is', () => {
    const told = blocker(ready({ threads: [{ ...lost, audience: 'legal' }], people }), 'B8')
    expect(told).toMatchObject({
      title: '1 comment is orphaned.',
      detail: '1 private comment of legal.',
      target: { kind: 'slot', slot: 'legal' },
    })
    expect(JSON.stringify(told)).not.toMatch(/ransom|JP/)
  })
})

describe('B9', () => {
  test('a claim of the headline that no verified claim of the body bears out', () => {
    const state = ready({ index: withClaims({ c: 'words' }, 'headline'), claims: [claimRow('c', verified)] })
    expect(codes(state)).toEqual(['B3', 'B9'])
    expect(blocker(state, 'B9')).toEqual({
      code: 'B9',
      title: 'R13 is unmet.',
      detail: 'Claim 1.',
      target: { kind: 'claim', id: 'c' },
      causes: [{ text: 'Claim 1, R13: “words”', target: { kind: 'claim', id: 'c' } }],
    })
  })

  test('with an empty headline both are told, each with its own way', () => {
    const empty = { ...withClaims({ c: 'words' }, 'headline'), headline: '' }
    expect(blocker(ready({ index: empty, claims: [claimRow('c', verified)] }), 'B9')).toMatchObject({
      title: 'The headline is empty. R13 is unmet.',
      target: { kind: 'details' },
      causes: [
        { text: 'The headline is empty.', target: { kind: 'details' } },
        { target: { kind: 'claim' } },
      ],
    })
  })
})
