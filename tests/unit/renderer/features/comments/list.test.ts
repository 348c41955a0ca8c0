import { describe, expect, test } from 'vitest'
import { draftsIn } from '../../../../../src/renderer/features/comments/kept-in-window.ts'
import { listAct } from '../../../../../src/renderer/features/comments/row-keys.ts'
import { ordered } from '../../../../../src/renderer/features/comments/text-order.ts'
import type { ChangeId, ThreadId } from '../../../../../src/shared/model/ids.ts'
import { messageOf, threadOf } from './thread.ts'

const press = (key: string, fields: Partial<Parameters<typeof listAct>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...fields,
})

describe('keys of the list', () => {
  test('go from row to row, answer, resolve and weigh', () => {
    expect(listAct(press('ArrowDown'), 3, 9)).toEqual({ kind: 'move', to: 4 })
    expect(listAct(press('End'), 3, 9)).toEqual({ kind: 'move', to: 8 })
    expect(listAct(press('R'), 3, 9)).toEqual({ kind: 'reply' })
    expect(listAct(press('e'), 3, 9)).toEqual({ kind: 'resolve' })
    expect(listAct(press('1'), 3, 9)).toEqual({ kind: 'level', level: 'must' })
    expect(listAct(press('z', { ctrlKey: true }), 3, 9)).toEqual({ kind: 'undo' })
  })

  test('leave to others what they do not mean', () => {
    expect(listAct(press('r', { ctrlKey: true }), 3, 9)).toBeNull()
    expect(listAct(press('r', { altKey: true }), 3, 9)).toBeNull()
    expect(listAct(press('constructor'), 3, 9)).toBeNull()
  })
})

describe('the order of the list', () => {
  const article = threadOf({ id: 'a' as ThreadId, target: { kind: 'article' } })
  const late = threadOf({ id: 'late' as ThreadId, messages: [messageOf('ines', 'Late', 1)] })
  const early = threadOf({
    id: 'early' as ThreadId,
    target: { kind: 'change', changeId: 'c' as ChangeId },
    messages: [messageOf('ines', 'Early', 2)],
  })
  const places = [
    { kind: 'change', id: 'c' },
    { kind: 'comment', id: 'late' },
  ] as const

  test('is that of the text, what stands nowhere first', () => {
    expect(ordered([late, early, article], 'text', places)).toEqual([article, early, late])
  })

  test('or begins with what was said last', () => {
    const answered = { ...late, messages: [...late.messages, messageOf('ines', 'Again', 9)] }
    expect(ordered([early, article, answered], 'newest', places)[0]).toBe(answered)
  })
})

describe('drafts that a window kept', () => {
  const draft = { text: 'Half', level: 'must', assigneeId: null, audience: 'desk' }

  test('come back as they were', () => {
    expect(draftsIn(JSON.stringify({ one: draft }))).toEqual({ one: draft })
  })

  test('are passed over where they are none', () => {
    const kept = { one: draft, two: { ...draft, level: 'huge' }, three: null, four: { text: 1 } }
    expect(draftsIn(JSON.stringify(kept))).toEqual({ one: draft })
    for (const broken of [null, '', '{', '[]', 'null', '7']) expect(draftsIn(broken)).toEqual({})
  })
})
