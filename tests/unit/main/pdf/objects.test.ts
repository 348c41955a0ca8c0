import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { date, dictionary, name, print, reference, text } from '../../../../src/main/pdf/objects.ts'
import type { PdfValue } from '../../../../src/main/pdf/objects.ts'
import { NotPdf, parseDictionary, parseValue } from '../../../../src/main/pdf/parse.ts'

const latin = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 12 })
const letters = fc.string({
  unit: fc.integer({ min: 1, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 8,
})

const { value } = fc.letrec<{ value: PdfValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -9_999_999, max: 9_999_999 }).map((number) => number / 1000),
    letters.map(name),
    latin.map((bytes) => ({ kind: 'string' as const, bytes })),
    fc.nat(99_999).map(reference),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(letters, tie('value'), { maxKeys: 4 }).map(dictionary),
  ),
}))

test('whatever is printed is read back as it was', () => {
  fc.assert(
    fc.property(value, (one) => {
      const printed = print(one)
      const { value: read, end } = parseValue(printed)
      expect(read).toEqual(one)
      expect(end).toBe(printed.length)
    }),
  )
})

test('a text is ASCII, or UTF-16 with its mark', () => {
  expect(print(text('Which (one)?'))).toBe('(Which \\(one\\)?)')
  expect(print(text('é😀'))).toBe('<FEFF00E9D83DDE00>')
})

test('a date is told in UTC', () => {
  expect(print(date(Date.UTC(2026, 10, 22, 9, 30, 5)))).toBe('(D:20261122093005Z)')
})

test('other ways to write the same are understood', () => {
  const { entries } = parseDictionary(
    '<< /A#20b (a\\(b\\)\\101\\\nc\\r) /B <4 8 6> /C [1 0 R 1 0 -.5] % end\n >>',
  )
  expect(entries.get('A b')).toEqual({ kind: 'string', bytes: 'a(b)Ac\r' })
  expect(entries.get('B')).toEqual({ kind: 'string', bytes: 'H`' })
  expect(entries.get('C')).toEqual([reference(1), 1, 0, -0.5])
})

test.each(['<<', '[1', '(a', '<4', '<< 1 2 >>', '/A', 'x', '<4x>', '['.repeat(5000), ''])(
  'what is broken is refused: %s',
  (source) => {
    if (source === '/A') expect(() => parseDictionary(source)).toThrow(NotPdf)
    else expect(() => parseValue(source)).toThrow(NotPdf)
  },
)
