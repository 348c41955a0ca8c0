import { describe, expect, test } from 'vitest'
import { correctionOf } from '../../../../src/renderer/editor/autocorrect/corrections.ts'
import { listBegun } from '../../../../src/renderer/editor/autocorrect/lists.ts'

/** What a paragraph reads like when that is typed into it letter by letter. */
function typed(letters: string): string {
  let words = ''
  for (const letter of letters) {
    words += letter
    const correction = correctionOf(words)
    if (correction) words = words.slice(0, correction.from) + correction.text + words.slice(correction.to)
  }
  return words
}

describe('typing', () => {
  test.each([
    ['"Nine boats," he said.', '“Nine boats,” he said.'],
    ["'Nine,' said Dov Lassiter's crew.", '‘Nine,’ said Dov Lassiter’s crew.'],
    [`She said: "He told me 'no'."`, 'She said: “He told me ‘no’.”'],
    [`("Nine")`, '(“Nine”)'],
    [`He said -- "nine" -- and left.`, 'He said – “nine” – and left.'],
    [`"Nine--" he began.`, '“Nine–” he began.'],
    ['pages 3--9', 'pages 3–9'],
    ['wait---what', 'wait—what'],
    ['----', '—-'],
    ['and then...', 'and then…'],
    ['1. 2.. 3', '1. 2.. 3'],
    ["rock 'n' roll, 'tis so, the '90s, 'em all", 'rock ’n’ roll, ’tis so, the ’90s, ’em all'],
    ["the boats' crews", 'the boats’ crews'],
    ['(c) and (r) stay', '(c) and (r) stay'],
    ['a well-known rule', 'a well-known rule'],
  ])('%s', (letters, words) => {
    expect(typed(letters)).toBe(words)
  })

  test('touches nothing but what it corrects', () => {
    expect(correctionOf('Nine boats"')).toEqual({ from: 10, to: 11, text: '”' })
    expect(correctionOf('Nine boats')).toBe(null)
    expect(correctionOf('')).toBe(null)
  })
})

describe('the sign of a list', () => {
  const body = { style: 'body', list: null, align: 'start' } as const

  test.each([
    ['- ', { kind: 'bullet', level: 0 }],
    ['* ', { kind: 'bullet', level: 0 }],
    ['1. ', { kind: 'ordered', level: 0 }],
    ['12) ', { kind: 'ordered', level: 0, start: 12 }],
    ['1.', null],
    ['x- ', null],
    ['1.5 ', null],
    ['99999. ', null],
    ['2026 ', null],
  ])('%j', (text, list) => {
    expect(listBegun(text, body)).toEqual(list)
  })

  test('stands in no heading and in no list', () => {
    expect(listBegun('- ', { ...body, style: 'heading1' })).toBe(null)
    expect(listBegun('- ', { ...body, list: { kind: 'bullet', level: 2 } })).toBe(null)
  })
})
