import { describe, expect, test } from 'vitest'
import {
  countWith,
  matchesFilter,
  OPEN_THREADS,
} from '../../../../../src/renderer/features/comments/filter-threads.ts'
import type { ThreadFilter } from '../../../../../src/renderer/features/comments/filter-threads.ts'
import type { ClaimId, PersonId } from '../../../../../src/shared/model/ids.ts'
import type { ThreadView } from '../../../../../src/shared/model/review.ts'
import { messageOf, threadOf } from './thread.ts'

const ALL: ThreadFilter = { ...OPEN_THREADS, state: '' }

function shows(filter: Partial<ThreadFilter>, thread: ThreadView, unsure = false): boolean {
  return matchesFilter({ thread, words: 'officials said', unsure }, { ...ALL, ...filter }, 'mara')
}

describe('a filter of comments', () => {
  test('shows the open, the resolved or both', () => {
    const resolved = threadOf({ resolvedAt: 5 })
    expect(shows({ state: 'open' }, resolved)).toBe(false)
    expect(shows({ state: 'resolved' }, resolved)).toBe(true)
    expect(shows({}, resolved)).toBe(true)
  })

  test('by level', () => {
    expect(shows({ level: 'must' }, threadOf())).toBe(false)
    expect(shows({ level: 'should' }, threadOf())).toBe(true)
  })

  test('mine are those assigned to me, not those I wrote', () => {
    expect(shows({ who: 'mine' }, threadOf({ assigneeId: 'mara' as PersonId }))).toBe(true)
    expect(shows({ who: 'mine' }, threadOf({ messages: [messageOf('mara', 'Me.')] }))).toBe(false)
  })

  test('of a person are those that they wrote in or are to act on', () => {
    const answered = threadOf({ messages: [messageOf('ines', 'A'), messageOf('dov', 'B', 2)] })
    expect(shows({ who: 'dov' }, answered)).toBe(true)
    expect(shows({ who: 'dov' }, threadOf({ assigneeId: 'dov' as PersonId }))).toBe(true)
    expect(shows({ who: 'dov' }, threadOf())).toBe(false)
  })

  test.each([
    ['claim', threadOf({ target: { kind: 'claim', claimId: 'k' as ClaimId } }), false],
    ['article', threadOf({ target: { kind: 'article' } }), false],
    ['orphaned', threadOf({ orphaned: true }), false],
    ['check', threadOf(), true],
    ['private', threadOf({ audience: 'legal' }), false],
  ] as const)('by what it is about or how it stands: %s', (about, thread, unsure) => {
    expect(shows({ about }, thread, unsure)).toBe(true)
    expect(shows({ about }, threadOf())).toBe(false)
  })

  test('every word that is sought stands in what was said or in what it is about', () => {
    expect(shows({ find: 'WHOM officials' }, threadOf())).toBe(true)
    expect(shows({ find: 'whom ministers' }, threadOf())).toBe(false)
  })

  test('counts what each choice would show, the others as they are', () => {
    const all = [threadOf(), threadOf({ level: 'must' }), threadOf({ level: 'must', resolvedAt: 5 })].map(
      (thread) => ({ thread, words: '', unsure: false }),
    )
    expect(countWith(all, OPEN_THREADS, [{ level: 'must' }, { level: 'fyi' }, {}], 'mara')).toEqual([1, 0, 2])
  })
})
