import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchAt } from '../../../../src/shared/checks/match.ts'
import { compilePattern } from '../../../../src/shared/checks/pattern.ts'
import type { Pattern } from '../../../../src/shared/checks/pattern.ts'
import { createPatternTable } from '../../../../src/shared/checks/pattern-table.ts'
import { readText } from '../../../../src/shared/checks/tokens.ts'
import { beginning, checkTexts } from '../../../support/checks.ts'

function compile(text: string): Pattern {
  const compiled = compilePattern(text)
  if (compiled.kind === 'mistake') throw new Error(compiled.message)
  return compiled.pattern
}

const participles = new Set(['sold'])
const lists = new Map([
  [
    'fruit',
    createPatternTable([compile('apple'), compile('passion fruit')], (each) => each, new Map(), participles),
  ],
])

/** The words that a pattern matches first; null for none. */
function matched(pattern: string, text: string): string | null {
  const { tokens, sentences } = readText(text)
  for (const sentence of sentences) {
    for (let at = sentence.first; at < sentence.end; at++) {
      const end = matchAt(compile(pattern), at, { tokens, sentence, lists, participles })
      if (end !== null) return text.slice(tokens[at]?.from, tokens[end - 1]?.to)
    }
  }
  return null
}

describe('a pattern', () => {
  test.each([
    ['boat', 'The BOAT’s crew', 'BOAT’s'],
    ['ICE', 'the ice and the ICE', 'ICE'],
    ['bribe*', 'He was bribed.', 'bribed'],
    ['(red|deep blue) sea', 'a deep blue sea', 'deep blue sea'],
    ['very? late', 'very late', 'very late'],
    ['(a|the)? boat', 'the boat', 'the boat'],
    ['not ..3 but', 'not the red one but', 'not the red one but'],
    ['{fruit} pie', 'A passion fruit pie', 'passion fruit pie'],
    ['@number boats', 'twenty-three boats', 'twenty-three boats'],
    ['@names', 'Then Ines Calloway left', 'Ines Calloway'],
    ['was @participle', 'It was sold and was mended', 'was sold'],
    ['@start it', 'It left.', 'It'],
    ['late @end', 'It was late.', 'late'],
    ['@month @year', 'in May 2026', 'May 2026'],
    ['" @word "', 'the “clean” one', '“clean”'],
    ['@open @capitals @close', 'the agency (OFB)', '(OFB)'],
  ])('%s matches in: %s', (pattern, text, words) => expect(matched(pattern, text)).toBe(words))

  test.each([
    ['not ..3 but', 'not one two three four but'],
    ['late but', 'late. But'],
    ['@names', 'Ines left'],
    ['was @participle', 'It was red'],
    ['@number boats', 'boats'],
  ])('%s does not match in: %s', (pattern, text) => expect(matched(pattern, text)).toBeNull())

  test.each([
    ['(a|b', 'a bracket is not closed'],
    ['a) b', 'closes nothing'],
    ['@nobody', 'there is no @nobody'],
    ['..40', 'a gap is of 1 to 12'],
    ['a?', 'no word at all'],
    ['{fruit', 'pairs'],
    ['(a|)', 'empty'],
  ])('%s is refused: %s', (pattern, words) => {
    const compiled = compilePattern(pattern)
    expect(compiled.kind === 'mistake' ? compiled.message : '').toContain(words)
  })

  test('no text at all makes the reader of patterns throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        compilePattern(text)
      }),
    )
  })
})

/** Milliseconds for one paragraph, on a machine that does other things too. */
const MOST = 4000

describe('a hostile paragraph is checked in bounded time', () => {
  test.each([
    ['one word', 'a'.repeat(100_000)],
    ['spaces', ' '.repeat(100_000)],
    ['spaces before a mark', `${' '.repeat(50_000)},`.repeat(2)],
    ['one sentence of a rule’s words', 'the notorious drug lord was killed by '.repeat(2_500)],
    ['quotation marks', '“"‘('.repeat(20_000)],
    ['capitals', 'Ines Calloway '.repeat(7_000)],
    ['numbers', '1,000.5 '.repeat(10_000)],
    ['dots', 'U.S. '.repeat(15_000)],
    ['hyphens', 'a-'.repeat(40_000)],
    ['nots', 'not only '.repeat(9_000)],
    ['objects', '\uFFFC'.repeat(50_000)],
  ])('%s', (_name, text) => {
    beginning()
    const from = performance.now()
    checkTexts([text])
    expect(performance.now() - from).toBeLessThan(MOST)
  })

  test('anything at all, and every proposal covers the words that it says', () => {
    const bit = fc.constantFrom(
      'the ',
      'was ',
      'killed ',
      '“',
      '”',
      'U.S. ',
      '  ',
      '12 ',
      'Ines ',
      '. ',
      ', ',
      '\n',
      '\uFFFC',
      '😀',
      'é',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(bit, fc.string()), { maxLength: 60 }), (bits) => {
        const text = bits.join('')
        for (const { from, to, words } of checkTexts([text])) {
          expect(from).toBeLessThan(to)
          expect(text.slice(from, to)).toBe(words)
        }
      }),
      { numRuns: 60 },
    )
  })
})
