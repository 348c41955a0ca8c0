import { expect, test } from 'vitest'
import {
  isKeptByLegal,
  recordingRefusal,
  wantingAdvice,
} from '../../../../../src/renderer/features/consultations/consultation-words.ts'

const result = (rule: string, state: 'met' | 'unmet' | 'waived') => ({
  results: [{ rule, state, title: '', why: '', remedy: '', waivedBy: [], waiverId: null }],
})

test('advice is wanted where the rule on harm is unmet, and by no other rule', () => {
  const wanting = result('R17', 'unmet')
  expect(wantingAdvice([result('R17', 'met'), wanting, result('R8', 'unmet')])).toEqual([wanting])
})

test('standards and legal record it, and nobody else', () => {
  expect(recordingRefusal('standards')).toBeNull()
  expect(recordingRefusal('legal')).toBeNull()
  for (const role of ['reporter', 'desk', 'checker', 'copy', 'approver', undefined] as const) {
    expect(recordingRefusal(role)).toMatch(/^Standards or legal records/)
  }
})

test('what legal keeps to itself is told to legal alone', () => {
  expect(isKeptByLegal({ audience: 'legal' }, 'legal')).toBe(false)
  expect(isKeptByLegal({ audience: 'legal' }, 'desk')).toBe(true)
  expect(isKeptByLegal({ audience: 'desk' }, 'desk')).toBe(false)
})
