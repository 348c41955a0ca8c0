import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordPieces } from '../../../../../src/shared/document/compare/word-pieces.ts'

const shown = (one: string, other: string) =>
  wordPieces(one, other)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}]` : `[+${text}]`))
    .join('')

describe('two versions of a few words', () => {
  test('say what went and what came, word by word', () => {
    expect(shown('more than four million cigarettes', '4.2 million cigarettes')).toBe(
      '[-more than four][+4.2] million cigarettes',
    )
  })

  test('another case is a difference, and so is a comma', () => {
    expect(shown('The Harbour, closed', 'The harbour closed')).toBe('The [-Harbour,][+harbour] closed')
  })

  test('nothing in common is all gone and all come', () => {
    expect(shown('', 'nine boats')).toBe('[+nine boats]')
    expect(shown('nine boats', '')).toBe('[-nine boats]')
  })

  test('the pieces give both texts back, whatever they are', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'B', ' ', ',', '“', '…', 'é', '人'), maxLength: 24 })
    fc.assert(
      fc.property(words, words, (one, other) => {
        const pieces = wordPieces(one, other)
        const without = (kind: string) =>
          pieces.map((piece) => (piece.kind === kind ? '' : piece.text)).join('')
        expect([without('come'), without('gone')]).toEqual([one, other])
      }),
    )
  })
})
