import { describe, expect, test } from 'vitest'
import { openFinished } from '../../../../../src/main/pdf/read/finished-file.ts'
import { createPageReader } from '../../../../../src/main/pdf/read/page-text.ts'
import type { PageText } from '../../../../../src/main/pdf/read/page-text.ts'
import { pagesOf } from '../../../../../src/main/pdf/read/pages.ts'
import { coded, tinyPdf } from '../../../../support/tiny-pdf.ts'
import type { TinyPdf } from '../../../../support/tiny-pdf.ts'

function read(pdf: TinyPdf | string): PageText {
  const file = openFinished(tinyPdf(typeof pdf === 'string' ? { content: pdf } : pdf))
  const [page] = pagesOf(file).map(createPageReader(file))
  if (!page) throw new Error('No page.')
  return page
}

/** Words from a place in points on. */
const at = (x: number, y: number, words: string) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm ${coded(words)} Tj ET\n`

describe('words of a page', () => {
  test.each([
    ['digits', '<00480069>', 'Hi'],
    ['digits with spaces, and an odd one', '<00 48 00 69 00 7>', 'Hip'],
    ['octal and other escapes', String.raw`(\000H\000\151\0\(\000\\)`, 'Hi(\\'],
    ['brackets in pairs', '(\0(\0a\0))', '(a)'],
    ['an escaped end of line', '(\0H\\\n\0i)', 'Hi'],
    ['a sign for several letters', '<006F0100>', 'off'],
  ])('are told by %s', (_, string, words) => {
    expect(read(`BT /F 10 Tf ${string} Tj ET`).drawn.body.trim()).toBe(words)
  })

  test('are one word where one ends as the next begins, whatever moves them', () => {
    const pieces = [
      at(100, 700, 'har'),
      `q 1 0 0 1 115 0 cm ${at(0, 700, 'bo')} Q `,
      'BT /F 10 Tf 1 0 0 1 125 700 Tm [<0075> 20 <0072>] TJ <0073> Tj ET',
    ]
    expect(read(pieces.join('')).drawn.body.trim()).toBe('harbours')
  })

  test.each([
    ['in the next line', 100, 688],
    ['in the next cell', 120, 700],
    ['before the others', 60, 700],
    ['raised', 115, 704],
  ])('are two where the next stands %s', (_, x, y) => {
    expect(read(at(100, 700, 'one') + at(x, y, 'two')).drawn.body.trim()).toBe('one\ntwo')
  })

  test('are decoration within an Artifact, at any depth', () => {
    const content = `/Artifact <</Type/Pagination>> BDC ${at(0, 0, 'head')} /Span BMC ${at(0, 20, 'foot')} EMC EMC /Span <</MCID 0>> BDC ${at(0, 40, 'text')} EMC`
    const words = { body: '\ntext', artifacts: '\nhead\nfoot' }
    expect(read(content)).toEqual({ drawn: words, told: words })
  })

  test('that are told otherwise than they are drawn are read both ways', () => {
    const content = `${at(0, 0, 'the ')}/Span <</ActualText (struck)>> BDC ${at(20, 0, 'xx')}${at(30, 0, 'yy')} EMC ${at(40, 0, 'end')}`
    expect(read(content)).toEqual({
      drawn: { body: '\nthe xxyyend', artifacts: '' },
      told: { body: '\nthe struckend', artifacts: '' },
    })
  })

  test('that are drawn in parts are told as a whole', () => {
    const content = `/Span <</ActualText <FEFF1EB90301>>> BDC BT /F 10 Tf <00410999> Tj ET EMC`
    expect(read(content)).toMatchObject({ drawn: { body: '\nA' }, told: { body: '\nẹ\u0301' } })
  })

  test('from right to left are put into the order in which they are read', () => {
    const content = `BT /F 10 Tf <0061> Tj <002001020020003100320020010100200062> Tj ET`
    expect(read(content).drawn.body.trim()).toBe('a \u05d0 12 \u05d1 b')
  })

  test('in a drawing within the page are read at their place', () => {
    const form = at(0, 0, 'inner')
    const content = `${at(100, 700, 'outer')} q 1 0 0 1 125 700 cm /X Do Q`
    const object = `<</Type/XObject/Subtype/Form/Matrix [1 0 0 1 0 0]/Length ${form.length}>>\nstream\n${form}\nendstream`
    expect(read({ content, resources: '/XObject <</X 8 0 R>>', objects: [object] }).drawn.body.trim()).toBe(
      'outerinner',
    )
  })
})

test('a letter without a meaning is shown as such', () => {
  expect(read('BT /F 10 Tf <0999> Tj ET').drawn.body.trim()).toBe('\ufffd')
})

describe('what is not as our files are is said, and not passed over:', () => {
  test.each([
    ['an operator that moves text in its own way', 'BT /F 10 Tf 5 0 Td <0041> Tj ET', 'operator “Td”'],
    ['words that nobody sees', 'BT 3 Tr /F 10 Tf <0041> Tj ET', 'nobody sees'],
    ['an empty box', '/Span <</ActualText (x)>> BDC BT /F 10 Tf <0000> Tj ET EMC', 'empty box'],
    ['half a letter', 'BT /F 10 Tf <00> Tj ET', 'another kind'],
    ['letters without a font', 'BT <0041> Tj ET', 'another kind'],
    ['a font that is not there', 'BT /G 10 Tf ET', '“G”'],
    ['letters outside of text', '/F 10 Tf <0041> Tj', 'none are expected'],
    ['letters that nothing draws', 'BT /F 10 Tf <0041> Q ET', 'did not begin'],
    ['marks by name', '/Span /P BDC EMC', 'marked in another way'],
    ['a mark that does not end', '/Span BMC', 'in the midst'],
    ['an end without a mark', 'EMC', 'did not begin'],
    ['text that does not end', 'BT', 'in the midst'],
    ['a string that does not end', 'BT /F 10 Tf (\0A', 'does not end'],
    ['a dictionary that does not end', '/Span <</MCID 0', 'does not end'],
    ['a number that is none', '1.2.3 w', 'no number'],
    ['a picture within the stream', 'BI /W 1 ID x EI', 'operator “BI”'],
  ])('%s', (_, content, fault) => {
    expect(() => read(content)).toThrow(fault)
  })

  test('a font with other codes', () => {
    expect(() => read({ content: 'BT /F 10 Tf ET', encoding: 'WinAnsiEncoding' })).toThrow('another kind')
  })

  test('a drawing within itself', () => {
    const form = '/X Do'
    const object = `<</Type/XObject/Subtype/Form/Length ${form.length}>>\nstream\n${form}\nendstream`
    expect(() => read({ content: form, resources: '/XObject <</X 8 0 R>>', objects: [object] })).toThrow(
      'too deeply',
    )
  })
})
