import { sentenceStarts } from '../document/sentences.ts'

/** A word, a number or a mark of a text. */
export type Token = {
  readonly from: number
  readonly to: number
  /** As it stands. */
  readonly text: string
  /** In small letters, with straight quotation marks; a mark stands for all of its kind. */
  readonly word: string
  /** The same without “'s”. */
  readonly bare: string
  readonly kind: 'word' | 'number' | 'mark'
  /** A space, or the edge of the text, stands before it. */
  readonly spaced: boolean
}

/** Stands from the token at `first` to before the one at `end`. */
export type Sentence = {
  readonly from: number
  readonly to: number
  readonly first: number
  readonly end: number
}

export type ReadText = {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
}

/** Dotted capitals; a word with hyphens and apostrophes inside; figures; a word that a figure begins; any mark. */
const TOKEN =
  /(?:\p{Lu}\.){2,}|\p{L}[\p{L}\p{M}]*(?:['’‑-]\p{L}[\p{L}\p{M}]*)*|\d+(?:[.,:]\d+)*\p{L}*|[^\s\p{L}\d]/gu

const FOLDED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '–': '–',
  '—': '—',
}

function tokenOf(text: string, from: number, spaced: boolean): Token {
  const to = from + text.length
  const kind = /^\p{L}/u.test(text) ? 'word' : /^\d/u.test(text) ? 'number' : 'mark'
  const word = kind === 'mark' ? (FOLDED[text] ?? text) : text.toLowerCase().replaceAll('’', "'")
  return { from, to, text, word, bare: word.endsWith("'s") ? word.slice(0, -2) : word, kind, spaced }
}

/** Cuts a text into tokens and sentences. A picture or a note (U+FFFC) is a mark. */
export function readText(text: string): ReadText {
  const tokens: Token[] = []
  let behind = 0
  for (const match of text.matchAll(TOKEN)) {
    tokens.push(tokenOf(match[0], match.index, match.index > behind || match.index === 0))
    behind = match.index + match[0].length
  }
  const starts = sentenceStarts(text)
  const sentences: Sentence[] = []
  let first = 0
  starts.forEach((from, index) => {
    const to = starts[index + 1] ?? text.length
    let end = first
    while (end < tokens.length && (tokens[end]?.from ?? to) < to) end += 1
    // What stands between two sentences belongs to the one before.
    sentences.push({ from, to: Math.max(from, tokens[end - 1]?.to ?? to), first, end })
    first = end
  })
  return { text, tokens, sentences }
}
