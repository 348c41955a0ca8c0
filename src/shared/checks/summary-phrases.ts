import type { CompiledBook } from './compiled-book.ts'
import type { ReadText } from './tokens.ts'

/** A word that carries meaning, without its ending, so that “operations” and “operation” are one. */
export type ContentWord = {
  readonly stem: string
  readonly from: number
  readonly to: number
  readonly at: number
}

/** Cuts the commonest endings; two words with one stem need not be one word, but a phrase of three of them is. */
export function stemOf(word: string): string {
  if (word.length < 5) return word
  return word
    .replace(/(?:'s|s')$/u, '')
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?:ing|ed|es|s|e)$/u, '')
    .replace(/(\p{L})\1$/u, '$1')
}

export function contentWords(
  { tokens, sentences }: ReadText,
  { functionWords }: CompiledBook,
): readonly (readonly ContentWord[])[] {
  return sentences.map(({ first, end }) => {
    const words: ContentWord[] = []
    for (let at = first; at < end; at++) {
      const token = tokens[at]
      if (token?.kind !== 'word' || functionWords.has(token.bare)) continue
      words.push({ stem: stemOf(token.word), from: token.from, to: token.to, at })
    }
    return words
  })
}
