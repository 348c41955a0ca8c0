import { describe, expect, test } from 'vitest'
import type { SlotState } from '../../../../../src/shared/model/approval.ts'
import { needsReason, stepAfter, stepBefore } from '../../../../../src/renderer/features/review/workflow.ts'

function required(slot: SlotState['slot']): SlotState {
  return { slot, required: true, requiredBy: 'R8', state: 'waiting', cause: '', signOff: null }
}

describe('the next step', () => {
  test('passes over standards and legal while no rule asks for them', () => {
    expect(stepAfter('read-back', [])).toBe('ready')
    expect(stepAfter('read-back', [required('legal')])).toBe('legal')
    expect(stepBefore('ready', [required('standards')])).toBe('standards')
  })

  test('never is an approval, which is signed', () => {
    expect(stepAfter('ready', [])).toBe(null)
    expect(stepAfter('held', [])).toBe(null)
    expect(stepBefore('draft', [])).toBe(null)
  })
})

test('going back or aside needs a reason, going on does not', () => {
  expect(needsReason('draft', 'desk-edit')).toBe(false)
  expect(needsReason('copy', 'fact-check')).toBe(true)
  expect(needsReason('copy', 'killed')).toBe(true)
  expect(needsReason('held', 'copy')).toBe(false)
})
