import { expect, test } from 'vitest'
import { accelerator } from '../../../../src/main/electron/accelerator.ts'
import { commands } from '../../../../src/shared/commands.ts'

test.each([
  ['Mod-Alt-c', 'CommandOrControl+Alt+C'],
  ['Shift-Mod-z', 'Shift+CommandOrControl+Z'],
  ['Alt-ArrowLeft', 'Alt+Left'],
  ['Mod-\\', 'CommandOrControl+\\'],
  ['Mod-,', 'CommandOrControl+,'],
  ['F8', 'F8'],
  ['Shift-F8', 'Shift+F8'],
])('%s is written as %s', (key, written) => {
  expect(accelerator(key)).toBe(written)
})

test('a bare character stays free for typing', () => {
  expect(accelerator('/')).toBe(null)
})

test('every key of the command table can be written', () => {
  const known = /^((CommandOrControl|Alt|Shift)\+)*(F\d+|[A-Z0-9]|Left|Right|Up|Down|[[\]\\/,.;'])$/
  const keys = commands.map((command) => accelerator(command.keys[0])).filter((key) => key !== null)
  expect(keys.filter((key) => !known.test(key))).toEqual([])
})
