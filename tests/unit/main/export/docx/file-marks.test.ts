import { describe, expect, test } from 'vitest'
import { withWholeComments } from '../../../../../src/main/export/docx/comment-marks.ts'
import { withoutLoneRanges } from '../../../../../src/main/export/docx/lone-ranges.ts'
import { inSequence, propertiesIn } from '../../../../../src/main/export/docx/looks.ts'
import { runProperties } from '../../../../../src/main/export/docx/run-properties.ts'
import { placeSections } from '../../../../../src/main/export/docx/sections.ts'
import { PARAGRAPH_PROPERTIES } from '../../../../../src/main/export/docx/sequences.ts'

const start = (id: number): string => `<w:commentRangeStart w:id="${String(id)}"/>`
const end = (id: number): string => `<w:commentRangeEnd w:id="${String(id)}"/>`
const reference = (id: number): string => `<w:r><w:commentReference w:id="${String(id)}"/></w:r>`

describe('the marks of a comment', () => {
  test.each([
    [
      'two references',
      `${start(1)}a${end(1)}${reference(1)}b${reference(1)}`,
      `${start(1)}a${end(1)}${reference(1)}b`,
    ],
    ['no beginning', `a${end(1)}${reference(1)}`, `a${start(1)}${end(1)}${reference(1)}`],
    ['no end', `${start(1)}a${reference(1)}`, `${start(1)}a${end(1)}${reference(1)}`],
    ['an end before its beginning', `${end(1)}a${start(1)}${reference(1)}`, `a${reference(1)}`],
    ['a reference alone', `a${reference(1)}`, `a${reference(1)}`],
  ])('become whole: %s', (_, text, whole) => {
    expect(withWholeComments(text, '')).toBe(whole)
  })

  test('stay as they are where the file had them so', () => {
    const broken = `a${end(1)}${reference(1)}`
    expect(withWholeComments(broken, broken)).toBe(broken)
  })
})

test('half of a bookmark goes, unless the file had only half of it', () => {
  const half = 'a<w:bookmarkStart w:id="4" w:name="x"/>b'
  expect(withoutLoneRanges(half, '')).toBe('ab')
  expect(withoutLoneRanges(half, half)).toBe(half)
  const whole = `${half}<w:bookmarkEnd w:id="4"/>`
  expect(withoutLoneRanges(whole, '')).toBe(whole)
})

describe('properties of a file among ours', () => {
  test('come in the order of the schema, those of newer Words before a change', () => {
    const own = propertiesIn('<w:jc w:val="left"/><w14:x/><w:keepNext/>', 'w:pPr')
    const change = { 'w:pPrChange': '<w:pPrChange/>' }
    expect(inSequence(PARAGRAPH_PROPERTIES, own, change)).toBe(
      '<w:keepNext/><w:jc w:val="left"/><w14:x/><w:pPrChange/>',
    )
  })

  test.each([
    [
      'a style that makes bold says so where the words are not',
      [],
      { strong: true },
      '',
      '<w:b w:val="0"/><w:bCs w:val="0"/>',
    ],
    ['a kind of underline stays', ['underline'], {}, '<w:u w:val="wave"/>', '<w:u w:val="wave"/>'],
    ['and goes with the underline', [], {}, '<w:u w:val="wave"/>', ''],
    ['bold that was switched off is switched on', ['strong'], {}, '<w:b w:val="0"/>', '<w:b/><w:bCs/>'],
    ['small capitals', ['smallCaps'], {}, '<w:sz w:val="9"/>', '<w:smallCaps/><w:sz w:val="9"/>'],
  ])('%s', (_, marks, inherited, kept, xml) => {
    expect(runProperties({ marks, highlight: null, look: null }, kept, null, inherited)).toBe(xml)
  })
})

describe('a section', () => {
  const block = (source: number | null, isSame = false, isParagraph = true) => ({
    source,
    isSame,
    isParagraph,
  })

  test('ends where its paragraph stands, or the last part of it', () => {
    expect([...placeSections(new Map([[0, 'S']]), [block(0, true), block(1)])]).toEqual([[0, 'S']])
    expect([...placeSections(new Map([[0, 'S']]), [block(0), block(null), block(1)])]).toEqual([[1, 'S']])
  })

  test('ends before the next when its paragraph is gone, and is gone when nothing of it is left', () => {
    expect([...placeSections(new Map([[1, 'S']]), [block(0), block(2)])]).toEqual([[0, 'S']])
    const both = new Map([
      [0, 'S'],
      [1, 'T'],
    ])
    expect([...placeSections(both, [block(0, true), block(2)])]).toEqual([[0, 'S']])
  })
})
