import { describe, expect, test } from 'vitest'
import { keysInWords, matchesKeys } from '../../../../../src/renderer/features/commands/keys.ts'

type Press = Parameters<typeof matchesKeys>[1]

function press(key: string, fields: Partial<Press> = {}): Press {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : ''
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...fields }
}

describe('keys of commands', () => {
  test('Mod is Ctrl, and the command key on a Mac', () => {
    expect(matchesKeys('Mod-k', press('k', { ctrlKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod-k', press('k', { metaKey: true }), true)).toBe(true)
    expect(matchesKeys('Mod-k', press('k', { ctrlKey: true }), true)).toBe(false)
  })

  test('no modifier more and none less', () => {
    expect(matchesKeys('F8', press('F8', { shiftKey: true }), false)).toBe(false)
    expect(matchesKeys('Shift-F8', press('F8', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod-Alt-a', press('a', { ctrlKey: true }), false)).toBe(false)
  })

  test('letters under Alt match by their place, where the system types another sign', () => {
    expect(matchesKeys('Mod-Alt-m', press('µ', { code: 'KeyM', metaKey: true, altKey: true }), true)).toBe(
      true,
    )
    expect(matchesKeys('Alt-3', press('#', { code: 'Digit3', altKey: true }), true)).toBe(true)
  })

  test('a letter typed by the layout wins over its place', () => {
    expect(matchesKeys('Mod-z', press('y', { code: 'KeyZ', ctrlKey: true }), false)).toBe(false)
  })

  test('signs match with Shift where the keyboard needs it', () => {
    expect(matchesKeys('/', press('/', { shiftKey: true }), false)).toBe(true)
    expect(matchesKeys('Mod-\\', press('\\', { ctrlKey: true }), false)).toBe(true)
  })

  test('are told in the words of the machine', () => {
    expect(keysInWords('Mod-Alt-m', false)).toBe('Ctrl Alt M')
    expect(keysInWords('Shift-Mod-z', true)).toBe('⌘ ⇧ Z')
    expect(keysInWords('Alt-ArrowLeft', false)).toBe('Alt ←')
  })
})
