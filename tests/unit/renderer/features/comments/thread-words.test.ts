import { describe, expect, test } from 'vitest'
import { aboutThread } from '../../../../../src/renderer/features/comments/about.ts'
import { threadInWords } from '../../../../../src/renderer/features/comments/thread-words.ts'
import { wordingsOf } from '../../../../../src/renderer/features/comments/wordings-of.ts'
import type { ChangeId, PersonId } from '../../../../../src/shared/model/ids.ts'
import type { ChangeRecord } from '../../../../../src/shared/model/change.ts'
import { messageOf, threadOf } from './thread.ts'

const NAMES: Readonly<Record<string, string>> = { ines: 'Ines Calloway', mara: 'Mara Oyelle' }
const nameOf = (id: string | null) => NAMES[id ?? ''] ?? 'an unknown author'

const RECORD: ChangeRecord = {
  id: 'c' as ChangeId,
  kind: 'deletion',
  authorId: 'mara' as PersonId,
  createdAt: 1,
  dateRaw: null,
  inserted: '',
  deleted: 'safe',
  state: 'accepted',
  decidedBy: 'ines' as PersonId,
  decidedAt: 2,
  reason: null,
  groupId: null,
}
const onChange = threadOf({ target: { kind: 'change', changeId: 'c' as ChangeId }, quote: '' })
const NOWHERE = { changes: [], comments: new Map() }

function about(changes: readonly ChangeRecord[]) {
  return aboutThread(onChange, { state: { changes, claims: [] }, index: NOWHERE, nameOf })
}

describe('what a thread is about', () => {
  test('a decided change is told with who decided it', () => {
    expect(about([RECORD])).toEqual({
      label: 'on a deletion by Mara Oyelle',
      words: 'safe',
      fate: 'The change was accepted by Ines Calloway; the comment stays.',
    })
  })

  test('a change that nobody knows any more leaves the thread as it is', () => {
    expect(about([])).toEqual({
      label: 'on a change',
      words: '',
      fate: 'The change is no longer in the text; the comment stays.',
    })
  })

  test('words that are gone are told as they were last', () => {
    const situation = { state: { changes: [], claims: [] }, index: NOWHERE, nameOf }
    expect(aboutThread(threadOf({ orphaned: true }), situation).words).toBe('officials said')
  })
})

describe('a thread in words', () => {
  test('says whose it is, how heavy, who reads it, about what, whose task, how often answered', () => {
    const thread = threadOf({
      level: 'must',
      audience: 'legal',
      assigneeId: 'mara' as PersonId,
      messages: [messageOf('ines', 'By\nwhom?'), messageOf('mara', 'Two of them.', 2)],
    })
    expect(threadInWords(thread, { label: '', words: 'officials said', fate: '' }, nameOf)).toBe(
      'Comment by Ines Calloway, must, private to legal, on “officials said”, assigned to Mara Oyelle, 1 reply: By whom?',
    )
  })

  test('of words that are gone says so', () => {
    const thread = threadOf({ orphaned: true })
    expect(threadInWords(thread, { label: '', words: 'officials said', fate: '' }, nameOf)).toContain(
      'on “officials said”, no longer in the text',
    )
  })
})

test('earlier words are told the latest first, each until the next was written', () => {
  const message = {
    ...messageOf('ines', 'Third', 10),
    editedAt: 30,
    earlier: [
      { text: 'First', until: 20 },
      { text: 'Second', until: 30 },
    ],
  }
  expect(wordingsOf(message)).toEqual([
    { text: 'Second', from: 20, until: 30 },
    { text: 'First', from: 10, until: 20 },
  ])
})
