import { NotPdf } from '../parse.ts'
import type { Font } from './font.ts'
import type { Matrix } from './matrix.ts'
import type { Tokens } from './scan.ts'

/** What stands before an operator. Pages are full of numbers, so all of it is overwritten by what comes next. */
export type Operands = {
  readonly numbers: number[]
  count: number
  /** The first one, and how many there were. */
  name: string
  names: number
  /** A dictionary as it stands in the stream, or empty. */
  properties: string
  words: string
  hasWords: boolean
  /** Signs among the words mean no letter by themselves. */
  isPartial: boolean
  /** How far the words and the spaces between them go. */
  advance: number
  isArray: boolean
}

/** What words are written in. */
export type Writing = { readonly font: Font | null; readonly size: number }

/** As many as a matrix has; of more, as colours may have, the others say nothing. */
const MOST_NUMBERS = 6

export function createOperands(): Operands {
  return {
    numbers: Array.from({ length: MOST_NUMBERS }, () => 0),
    count: 0,
    name: '',
    names: 0,
    properties: '',
    words: '',
    hasWords: false,
    isPartial: false,
    advance: 0,
    isArray: false,
  }
}

export function clear(operands: Operands): void {
  operands.count = 0
  operands.names = 0
  operands.properties = ''
  operands.words = ''
  operands.hasWords = false
  operands.isPartial = false
  operands.advance = 0
}

export function asMatrix({ numbers, count }: Operands): Matrix {
  if (count !== MOST_NUMBERS) throw new NotPdf('A place is told in another way than ours are.')
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

/** Gathers all tokens but operators; `writing` is what words are written in by now. */
export function gather(operands: Operands, writing: () => Writing): Omit<Tokens, 'operator'> {
  return {
    number(value) {
      if (operands.isArray) operands.advance -= (value / 1000) * writing().size
      else {
        if (operands.count < MOST_NUMBERS) operands.numbers[operands.count] = value
        operands.count += 1
      }
    },
    name(value) {
      if (operands.names === 0) operands.name = value
      operands.names += 1
    },
    string: (bytes, length) => addWords(operands, writing(), bytes, length),
    bracket(opens) {
      if (opens === operands.isArray) throw new NotPdf('A list stands within a list of a page.')
      operands.isArray = opens
    },
    dictionary(source) {
      operands.properties = source
    },
  }
}

/** Two bytes to each letter. */
function addWords(operands: Operands, { font, size }: Writing, bytes: Uint8Array, length: number): void {
  if (!font || length % 2 !== 0) throw new NotPdf('Letters of another kind than ours stand on a page.')
  const { letters, widths, width } = font
  let words = ''
  let thousandths = 0
  for (let at = 0; at < length; at += 2) {
    const code = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (code === 0) throw new NotPdf('An empty box stands in it where a letter should.')
    const letter = letters[code]
    if (letter === undefined) operands.isPartial = true
    else words += letter
    thousandths += widths[code] ?? width
  }
  operands.words += words
  operands.hasWords = true
  operands.advance += (thousandths / 1000) * size
}
