import type { ReadText } from '../tokens.ts'
import { isCapitals } from '../word-classes.ts'
import type { BlockCheck, Hit } from './hit.ts'

const LONG_SENTENCE = 35
const LONG_PARAGRAPH = 130
/** Shorter words in capitals are abbreviations. */
const SHOUTED = 6

function wordsIn({ tokens }: ReadText, first: number, end: number): number {
  let words = 0
  for (let at = first; at < end; at++) if (tokens[at]?.kind !== 'mark') words += 1
  return words
}

export const longSentences: BlockCheck = (read, { limit = LONG_SENTENCE }) =>
  read.sentences.flatMap(({ from, to, first, end }): Hit[] => {
    const words = wordsIn(read, first, end)
    return words < limit ? [] : [{ from, to, replacement: null, detail: `It has ${String(words)} words.` }]
  })

export const longParagraphs: BlockCheck = (read, { limit = LONG_PARAGRAPH }) => {
  const words = wordsIn(read, 0, read.tokens.length)
  const [first] = read.sentences
  if (words < limit || !first) return []
  return [{ from: first.from, to: first.to, replacement: null, detail: `It has ${String(words)} words.` }]
}

export const capitals: BlockCheck = ({ tokens }, { limit = SHOUTED }) =>
  tokens.flatMap((token): Hit[] =>
    isCapitals(token) && !token.text.includes('.') && token.text.length >= limit
      ? [{ from: token.from, to: token.to, replacement: null }]
      : [],
  )

export const headlineStops: BlockCheck = ({ text }, _rule, { style }) => {
  const end = text.trimEnd().length
  if (style !== 'headline' || !text.slice(0, end).endsWith('.') || /\p{Lu}\.$/u.test(text.slice(0, end)))
    return []
  return [{ from: end - 1, to: end, replacement: '' }]
}

/** Words of a headline that a house with sentence case writes small: most of them begin with a capital. */
export const titleCase: BlockCheck = ({ tokens, text }, _rule, { style }) => {
  if (style !== 'headline') return []
  const words = tokens
    .slice(1)
    .filter((token) => token.kind === 'word' && token.text.length > 3 && !isCapitals(token))
  const capitalised = words.filter((token) => /^\p{Lu}/u.test(token.text)).length
  if (words.length < 3 || capitalised < words.length * 0.7) return []
  return [{ from: 0, to: text.trimEnd().length, replacement: null }]
}
