import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSpellingOnly } from '../../../../src/shared/rules/spelling-only.ts'

describe('only the spelling differs', () => {
  test.each([
    ['case', 'Police say', 'police say'],
    ['a misspelling', 'two seperate boats', 'two separate boats'],
    ['swapped letters', 'teh boat', 'the boat'],
    ['a doubled letter', 'It occured at night', 'It occurred at night'],
    ['another country’s spelling', 'the harbour centre organised it', 'the harbor center organized it'],
    ['accents in a name', 'Zoë Reuk', 'Zoe Reuk'],
    ['quotes', '“We knew”', '‘We knew’'],
    ['apostrophes', "the yard's gate", 'the yard’s gate'],
    ['dashes', 'the yard - in Skarn - was empty', 'the yard—in Skarn—was empty'],
    ['a range', '10-12 boats', '10–12 boats'],
    ['spaces', 'the  yard', 'the\u00a0yard'],
    ['commas', 'on Monday, in Skarn', 'on Monday in Skarn'],
    ['a hyphen for a space', 'a well-known yard', 'a well known yard'],
    ['a soft hyphen', 'har\u00adbour', 'harbour'],
  ])('%s: “%s” and “%s”', (_, before, now) => {
    expect([isSpellingOnly(before, now), isSpellingOnly(now, before)]).toEqual([true, true])
  })
})

describe('more than the spelling differs', () => {
  test.each([
    ['a figure', '14 boats', '15 boats'],
    ['a decimal point', '1.5 million', '15 million'],
    ['a decimal comma', '1,5 m', '1.5 m'],
    ['a sign', 'at -5', 'at 5'],
    ['a currency', '£5', '$5'],
    ['per cent', '5%', '5'],
    ['an ordinal', '3rd', '3d'],
    ['a number in words', 'two million', 'two billion'],
    ['numbers alike', 'sixty boats', 'sixteen boats'],
    ['a negation', 'he is now here', 'he is not here'],
    ['a negation, shortened', 'he can go', "he can't go"],
    ['an opposite', 'a legal act', 'an illegal act'],
    ['an opposite of the same length of text', 'the legal act', 'the illegal act'],
    ['a name', 'Mr Cole', 'Mr Vole'],
    ['a name, in one letter', 'Ines Calloway', 'Ines Galloway'],
    ['a day', 'on Monday', 'on Sunday'],
    ['a word more', 'the yard', 'the old yard'],
    ['another order', 'dogs chase cats', 'cats chase dogs'],
    ['another person', 'he ran it', 'she ran it'],
    ['several', 'an officer said', 'an officers said'],
    ['men', 'the man fled', 'the men fled'],
    ['time', 'he kills', 'he killed'],
    ['a pair often confused', 'he was changed', 'he was charged'],
    ['first letters', 'an awful act', 'a lawful act'],
    ['a question', 'He did it.', 'He did it?'],
    ['words left out', 'he hit her', 'he … hit her'],
    ['nothing left', 'he hit her', ''],
    ['signs alone', '—', '–'],
  ])('%s: “%s” and “%s”', (_, before, now) => {
    expect([isSpellingOnly(before, now), isSpellingOnly(now, before)]).toEqual([false, false])
  })
})

const WORDS = [
  'boats',
  'harbour',
  'Skarn',
  'not',
  '14',
  '1.5',
  'Vole',
  'police',
  'seperate',
  'million',
  'can’t',
  '£5',
]
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
const COSMETIC = [' ', '  ', ', ', ' — ', ' - ', '; ', ' “', '” ', '. '] as const

describe('as properties', () => {
  test('a text is itself, up to case, spaces, quotes, dashes and commas between its words', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom(...COSMETIC), { minLength: 8, maxLength: 8 }),
        (words, gaps) => {
          const plain = words.join(' ')
          const dressed = words.map((word, at) => word + (gaps[at] ?? ' ')).join('')
          expect(isSpellingOnly(plain, dressed)).toBe(true)
          expect(isSpellingOnly(plain, plain.toUpperCase())).toBe(true)
        },
      ),
    )
  })

  test('it does not matter which of the two came first', () => {
    const near = fc.tuple(text, text)
    fc.assert(
      fc.property(near, ([one, other]) => {
        const [a, b] = [one.join(' '), other.join(' ')]
        expect(isSpellingOnly(a, b)).toBe(isSpellingOnly(b, a))
      }),
    )
  })

  test('a word more or less, or another figure, is never spelling', () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.constantFrom(...WORDS),
        fc.integer({ min: 2, max: 99_999 }),
        (words, at, more, figure) => {
          const place = at % (words.length + 1)
          expect(isSpellingOnly(words.join(' '), words.toSpliced(place, 0, more).join(' '))).toBe(false)
          const numbered = (value: number) => words.toSpliced(place, 0, String(value)).join(' ')
          expect(isSpellingOnly(numbered(figure), numbered(figure + 1))).toBe(false)
        },
      ),
    )
  })

  test('three letters changed in one word are never spelling', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const word = fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 9, maxLength: 12 })
    fc.assert(
      fc.property(
        word,
        fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 3, maxLength: 3 }),
        (base, places) => {
          // A letter that the word has not: no two edits make three of it.
          const other = base
            .split('')
            .map((letter, at) => (places.includes(at) ? 'ß' : letter))
            .join('')
          expect(isSpellingOnly(base, other)).toBe(false)
        },
      ),
    )
  })
})

test('what is longer than any word is no misspelling, and takes no time', () => {
  const [one, other] = [`${'a'.repeat(4000)}b${'a'.repeat(3900)}`, 'a'.repeat(7901)]
  const began = performance.now()
  expect(isSpellingOnly(one, other)).toBe(false)
  expect(performance.now() - began).toBeLessThan(500)
})
