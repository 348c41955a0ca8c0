import { describe, expect, test } from 'vitest'
import {
  emptyReply,
  replyRefusal,
  withOutcome,
} from '../../../../../src/renderer/features/replies/reply-draft.ts'
import type { ReplyDraft } from '../../../../../src/renderer/features/replies/reply-draft.ts'
import { deadlineWords } from '../../../../../src/renderer/features/replies/reply-words.ts'

const NOW = Date.UTC(2026, 10, 19, 15, 0)
const HOUR = 3_600_000

function draft(fields: Partial<ReplyDraft>): ReplyDraft {
  return { ...emptyReply('ines', NOW - HOUR), party: 'Edric Vole', put: 'That the yard is his.', ...fields }
}

describe('what a record of a reply must say', () => {
  test.each<readonly [string, Partial<ReplyDraft>, RegExp | null]>([
    ['nothing more while it waits', {}, null],
    ['a party', { party: ' ' }, /^Name the party/],
    ['what was put', { put: '' }, /^Write what was put/],
    ['a time of asking that has come', { askedAt: NOW + 1 }, /lies ahead/],
    ['a deadline after the asking', { deadline: NOW - 2 * HOUR }, /lies before the asking/],
    ['an answer, where there was one', { outcome: 'answered' }, /^Write what the party answered/],
    ['no words of a party that declined', { outcome: 'declined', answeredAt: NOW }, null],
    ['an answer after the asking', { outcome: 'declined', answeredAt: NOW - 2 * HOUR }, /answer lies before/],
    ['a deadline, for no answer', { outcome: 'no-answer' }, /^Give the deadline/],
    ['one that has passed', { outcome: 'no-answer', deadline: NOW + 1 }, /^The party has until/],
    ['no more than that', { outcome: 'no-answer', deadline: NOW }, null],
  ])('%s', (_what, fields, why) => {
    const refusal = replyRefusal(draft(fields), NOW)
    if (why === null) expect(refusal).toBeNull()
    else expect(refusal).toMatch(why)
  })

  test('an answer came at some time, and silence at none', () => {
    const answered = withOutcome(draft({}), 'answered', NOW)
    expect(answered.answeredAt).toBe(NOW)
    expect(withOutcome(answered, 'waiting', NOW).answeredAt).toBeNull()
  })
})

describe('how the time stands', () => {
  test.each([
    ['waiting', null, 'No deadline set', false],
    ['answered', null, '', false],
    ['waiting', NOW + 2 * HOUR, /^Answer wanted until .*, in 2 h$/, false],
    ['waiting', NOW - 2 * HOUR, /^Deadline passed .*, 2 h late$/, true],
    ['no-answer', NOW - 2 * HOUR, /^Answer wanted until \S+ \d+ \S+, \S+$/, false],
  ] as const)('%s, deadline %s', (outcome, deadline, words, isOver) => {
    const told = deadlineWords({ outcome, deadline }, NOW)
    expect(told.isOver).toBe(isOver)
    if (typeof words === 'string') expect(told.words).toBe(words)
    else expect(told.words).toMatch(words)
  })
})
