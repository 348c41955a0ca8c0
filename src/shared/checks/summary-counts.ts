import { stemOf } from './summary-phrases.ts'
import type { ReadText, Token } from './tokens.ts'

/** “eleven boats”: how many of what. */
export type Counted = {
  readonly value: number
  readonly thing: string
  readonly from: number
  readonly to: number
}

const WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
/** What is counted again and again without being one claim. */
const COMMON =
  /^(?:year|month|week|day|hour|minute|second|time|percent|per|cent|million|billion|thousand|hundred|dozen|of|in|to|and|or|am|pm|january|february|march|april|may|june|july|august|september|october|november|december|side|part|point|way|more|other|country|step|half|metre|mile|kilomet|kilometre|goal|euro|dollar|pound)$/u

export function valueOf(token: Token): number | null {
  const word = WORDS.get(token.word)
  if (word !== undefined) return word
  const figures = token.text.replaceAll(',', '')
  return /^\d{1,9}(?:\.\d+)?$/u.test(figures) ? Number(figures) : null
}

export function countsIn({ tokens, sentences }: ReadText): readonly Counted[] {
  return sentences.flatMap(({ first, end }) => {
    const found: Counted[] = []
    for (let at = first; at < end - 1; at++) {
      const token = tokens[at]
      const value = token ? valueOf(token) : null
      // A year is no count of what comes after it.
      if (!token || value === null || value === 1 || (value >= 1500 && value <= 2100)) continue
      const noun = nounAfter(tokens, at, end)
      if (noun) found.push({ value, thing: stemOf(noun.word), from: token.from, to: noun.to })
    }
    return found
  })
}

/** A plural within three words, with nothing but words between. */
function nounAfter(tokens: readonly Token[], at: number, end: number): Token | null {
  for (let index = at + 1; index < Math.min(end, at + 4); index++) {
    const token = tokens[index]
    if (token?.kind !== 'word' || COMMON.test(stemOf(token.word)) || COMMON.test(token.word)) return null
    if (/(?:[^su]s|people|men|women|children)$/u.test(token.word)) return token
  }
  return null
}
