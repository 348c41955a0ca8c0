import { expect, test } from 'vitest'
import type { Blocker } from '../../../../../src/shared/model/approval.ts'
import type { ReviewState } from '../../../../../src/shared/model/review.ts'
import type { MoveKind } from '../../../../../src/shared/model/workflow.ts'
import { refusalOf } from '../../../../../src/renderer/features/approval/refusal.ts'
import { sheetSlot } from '../../../../../src/renderer/features/approval/sheet-slot.ts'

function state(locked: boolean, codes: readonly Blocker['code'][], ready = true): ReviewState {
  const blockers = codes.map((code): Blocker => ({
    code,
    title: '',
    detail: '',
    target: { kind: 'details' },
    causes: [],
  }))
  const kinds: readonly MoveKind[] = ready ? ['approve', 'return', 'hold', 'kill'] : ['return', 'hold']
  const moves = kinds.map((kind) => ({ kind }))
  const article = { locked, status: ready ? 'ready' : 'copy', readOnly: '', editRight: 'here', rightWith: '' }
  return { article, blockers, moves } as unknown as ReviewState
}

test('a blocked approval refuses to approve, and nothing else', () => {
  const refusal = refusalOf(state(false, ['B1', 'B3', 'B9']), 'approval', 'approver')
  expect(refusal?.refused).toEqual(['approve', 'approve-with-conditions'])
  expect(refusal?.text).toContain('B1, B3 and B9')
})

test('approval is signed at ready alone, and what can still be decided is said', () => {
  const refusal = refusalOf(state(false, ['B5'], false), 'approval', 'approver')
  expect(refusal?.refused).toEqual(['approve', 'approve-with-conditions', 'kill'])
  expect(refusal?.text).toBe(
    'Approval is signed at Ready; the article is at Copy. It is refused by B5. It is listed beside this sheet, with its cause. You may still return or hold the article.',
  )
  expect(refusalOf(state(false, [], false), 'approval', 'approver')?.text).toContain('signed at Ready')
  expect(refusalOf(state(false, []), 'approval', 'approver')).toBe(null)
})

test('nothing is signed where the right to edit is not', () => {
  const away = state(false, [])
  const refusal = refusalOf({ ...away, article: { ...away.article, editRight: 'away' } }, 'desk', 'desk')
  expect(refusal?.refused).toHaveLength(5)
  expect(refusal?.head).toBe('Not signed here.')
})

test('a slot of another role is not signed', () => {
  const refusal = refusalOf(state(false, []), 'facts', 'desk')
  expect(refusal?.refused).toHaveLength(5)
  expect(refusal?.text).toContain('“checker”')
})

test('blockers of the approval do not hold back the other slots', () => {
  expect(refusalOf(state(false, ['B1']), 'desk', 'desk')).toBe(null)
})

test('nothing is signed while the article is locked', () => {
  expect(refusalOf(state(true, []), 'approval', 'approver')?.head).toBe('Locked.')
})

test('the sheet is the chosen one, else the one of the role; a reporter has none', () => {
  expect(sheetSlot('legal', 'desk')).toBe('legal')
  expect(sheetSlot(null, 'checker')).toBe('facts')
  expect(sheetSlot(null, 'reporter')).toBe(null)
})
