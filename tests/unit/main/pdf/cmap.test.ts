import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCmap, withLetters } from '../../../../src/main/pdf/cmap.ts'
import { NotPdf } from '../../../../src/main/pdf/parse.ts'

const table = (told: string): string =>
  `begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${told}endcmap\nend`

test('letters and ranges of letters are read by their codes', () => {
  const told =
    '1 beginbfchar\n<0003> <D83DDE00>\nendbfchar\n2 beginbfrange\n<0004> <0005> <0041>\n<0007> <0008> [<0066> <00660069>]\nendbfrange\n'
  expect([...readCmap(table(told))]).toEqual([
    [3, '😀'],
    [4, 'A'],
    [5, 'B'],
    [7, 'f'],
    [8, 'fi'],
  ])
})

test('whatever letters are told instead are read again, and no others', () => {
  const before = table('1 beginbfrange\n<0001> <0009> <0041>\nendbfrange\n')
  const letters = fc.dictionary(fc.nat(0xffff).map(String), fc.string({ minLength: 1, unit: 'grapheme' }), {
    maxKeys: 250,
  })
  fc.assert(
    fc.property(letters, (told) => {
      const wanted = new Map(Object.entries(told).map(([code, text]) => [Number(code), text]))
      expect(readCmap(withLetters(before, wanted))).toEqual(wanted)
    }),
  )
})

test('codes of another length, and half a letter, are refused', () => {
  expect(() => readCmap('1 begincodespacerange <00> <FF> endcodespacerange')).toThrow(NotPdf)
  expect(() => readCmap(table('1 beginbfchar <0001> <004> endbfchar'))).toThrow(NotPdf)
})
