import type { Token } from '../tokens.ts'
import { isOfClass } from '../word-classes.ts'
import type { BlockCheck, Hit } from './hit.ts'

const ONES = 'one two three four five six seven eight nine'.split(' ')
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const NOBODY: ReadonlySet<string> = new Set()
/** After these a figure is right however small it is. */
const UNITS =
  /^(?:%|per|percent|million|billion|trillion|m|bn|km|cm|mm|kg|g|lb|mph|am|pm|a\.m|p\.m|st|nd|rd|th|degrees?|points?|euros?|dollars?|pounds?|pence|cents?)$/u
const BEFORE_FIGURES =
  /^(?:no|number|page|chapter|section|article|part|group|level|phase|formula|aged|age|channel|gate|room|route|title|size|day|week|class|category|covid|[$£€#/:.-])$/u

/** From ten on in figures, below in words; a sentence never begins with a figure, and measures keep theirs. */
export const numerals: BlockCheck = ({ tokens, sentences }) => {
  const firsts = new Set(sentences.map(({ first }) => first))
  return tokens.flatMap(
    (token, at) => smallFigure(token, at, tokens) ?? largeWord(token, at, tokens, firsts) ?? [],
  )
}

function smallFigure(token: Token, at: number, tokens: readonly Token[]): Hit[] | null {
  if (!/^[1-9]$/u.test(token.text)) return null
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const isMeasure =
    (before !== undefined && (BEFORE_FIGURES.test(before.word) || isOfClass(before, 'month', NOBODY))) ||
    (after !== undefined &&
      (UNITS.test(after.word) ||
        isOfClass(after, 'month', NOBODY) ||
        (!after.spaced && !/^[,.;!?)"]$/u.test(after.word))))
  return isMeasure
    ? null
    : [{ from: token.from, to: token.to, replacement: ONES[Number(token.text) - 1] ?? null }]
}

function valueOf(word: string): number | null {
  const teen = TEENS.indexOf(word)
  if (teen !== -1) return 10 + teen
  const [tens = '', ones] = word.split('-')
  const ten = TENS.indexOf(tens)
  if (ten === -1) return null
  const one = ones === undefined ? -1 : ONES.indexOf(ones)
  if (ones !== undefined && one === -1) return null
  return (ten + 2) * 10 + one + 1
}

function largeWord(
  token: Token,
  at: number,
  tokens: readonly Token[],
  firsts: ReadonlySet<number>,
): Hit[] | null {
  const value = valueOf(token.word)
  const goesOn = /^(?:hundred|thousand|million|billion)s?$/u.test(tokens[at + 1]?.word ?? '')
  if (value === null || firsts.has(at) || goesOn) return null
  return [{ from: token.from, to: token.to, replacement: String(value) }]
}
