import type { WordClass } from './pattern.ts'
import type { Token } from './tokens.ts'

const MONTHS = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '))
const NUMBERS = new Set(
  (
    'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion ' +
    'trillion hundreds thousands millions billions dozen dozens half'
  ).split(' '),
)
/** Tens with ones: “twenty-three”. */
const TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]{3,5}$/u
/** Words in “-ed” and “-ly” that are neither participles nor adverbs. */
const NO_PARTICIPLE = new Set(
  'need needed indeed bed red speed seed feed deed hundred sacred wicked naked'.split(' '),
)
const NO_ADVERB = new Set(
  'family only early daily weekly monthly yearly friendly likely unlikely apply supply reply rely ally assembly july italy fly deadly costly elderly lonely lively ugly holy belly bully jelly lily rally tally orderly'.split(
    ' ',
  ),
)

export function isNumber(token: Token): boolean {
  return token.kind === 'number' || NUMBERS.has(token.word) || TENS.test(token.word)
}

export function isCapitalised(token: Token): boolean {
  return token.kind === 'word' && /^\p{Lu}/u.test(token.text)
}

/** In capitals, of two letters or more; dots and a plural s make no difference. */
export function isCapitals(token: Token): boolean {
  return token.kind === 'word' && /^\p{Lu}[\p{Lu}.]*\p{Lu}\.?(?:s|['’]s)?$/u.test(token.text)
}

/** Classes of one word. `participles`: those that do not end in “-ed”. */
export function isOfClass(
  token: Token,
  name: Exclude<WordClass, 'names' | 'start' | 'end'>,
  participles: ReadonlySet<string>,
): boolean {
  const { word } = token
  switch (name) {
    case 'word':
      return token.kind === 'word'
    case 'number':
      return isNumber(token)
    case 'year':
      return /^(?:1[5-9]|20)\d\ds?$/u.test(word)
    case 'month':
      return MONTHS.has(word) && isCapitalised(token)
    case 'weekday':
      return WEEKDAYS.has(token.bare)
    case 'participle':
      return participles.has(word) || (/^\p{L}{2,}ed$/u.test(word) && !NO_PARTICIPLE.has(word))
    case 'adverb':
      return /^\p{L}{2,}ly$/u.test(word) && !NO_ADVERB.has(word)
    case 'ing':
      return (
        /^\p{L}{3,}ing$/u.test(word) &&
        !/^(?:during|nothing|something|anything|everything|morning|evening|according|including|building)$/u.test(
          word,
        )
      )
    case 'capitals':
      return isCapitals(token)
    case 'plural':
      return /^(?:\p{L}{2,}[^su']s|people|men|women|children|police)$/u.test(word)
    case 'open':
      return word === '('
    case 'close':
      return word === ')'
  }
}
