/**
 * The grammar in which a desk says what to look for. It has no repetition without a bound, so that a pattern costs at
 * most its own length for each word of the text, whatever the text is.
 *
 *     word          that word, in any case; “word's” counts as “word”
 *     Word, WORD    a pattern with a capital letter: in exactly this case
 *     word*         every word that begins so
 *     , " - …       that mark; " is any quotation mark
 *     (a b|c)       either of them
 *     x?            may be missing: behind a word, a mark, a list or a bracket
 *     ..4           up to four words or marks of the same sentence
 *     {list}        an entry of words/list.txt
 *     @class        one of CLASSES
 */

export const CLASSES = [
  /** Any word. */
  'word',
  /** One to six words with a capital, none of them first in its sentence. */
  'names',
  /** Digits, or a number in words. */
  'number',
  'year',
  'month',
  'weekday',
  /** “-ed”, or an entry of words/participles.txt. */
  'participle',
  /** “-ly”. */
  'adverb',
  /** “-ing”. */
  'ing',
  /** A word in capitals, of two letters or more. */
  'capitals',
  /** “-s”, or one of the commonest plurals without it. */
  'plural',
  /** ( and ), which in a pattern group. */
  'open',
  'close',
  /** The beginning and the end of a sentence; no word wide. */
  'start',
  'end',
] as const
export type WordClass = (typeof CLASSES)[number]

export type Pattern =
  | { readonly kind: 'word'; readonly word: string; readonly exact: boolean; readonly prefix: boolean }
  /** Any of these words, in any case: what most brackets hold, looked up at once. */
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'class'; readonly name: WordClass }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'maybe'; readonly inner: Pattern }
  | { readonly kind: 'either'; readonly of: readonly Pattern[] }
  | { readonly kind: 'row'; readonly of: readonly Pattern[] }

export type Compiled =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'mistake'; readonly message: string }

/** Longer gaps would hold together what does not belong together. */
const MAX_GAP = 12
const MAX_DEPTH = 4

class MistakeError extends Error {}

/** Reads a pattern; a mistake is answered in words. */
export function compilePattern(text: string): Compiled {
  const signs = text.match(/[(|)]\??|\{[^}]*\}\??|[^\s(|){}]+/gu) ?? []
  const reader = { signs, at: 0 }
  try {
    if (/\{[^}]*$|^[^{]*\}/u.test(text)) throw new MistakeError('{ and } have to stand in pairs')
    const pattern = readEither(reader, 0)
    if (reader.at < signs.length) throw new MistakeError(`“${signs[reader.at] ?? ''}” closes nothing`)
    if (isEmpty(pattern)) throw new MistakeError('it would match where there is no word at all')
    return { kind: 'pattern', pattern }
  } catch (error) {
    if (error instanceof MistakeError) return { kind: 'mistake', message: `“${text}”: ${error.message}` }
    throw error
  }
}

type Reader = { readonly signs: readonly string[]; at: number }

function readEither(reader: Reader, depth: number): Pattern {
  if (depth > MAX_DEPTH) throw new MistakeError('brackets stand too deep in each other')
  const ways = [readRow(reader, depth)]
  while (reader.signs[reader.at] === '|') {
    reader.at += 1
    ways.push(readRow(reader, depth))
  }
  return either(ways)
}

/** Plain words among the ways are put together. */
function either(ways: readonly Pattern[]): Pattern {
  const words = new Set<string>()
  const others = ways.filter((way) => {
    const isPlain = way.kind === 'word' && !way.exact && !way.prefix
    if (isPlain) words.add(way.word)
    return !isPlain
  })
  const all: readonly Pattern[] = words.size > 1 ? [{ kind: 'words', words }, ...others] : ways
  const [only] = all
  return all.length === 1 && only ? only : { kind: 'either', of: all }
}

function readRow(reader: Reader, depth: number): Pattern {
  const row: Pattern[] = []
  for (;;) {
    const sign = reader.signs[reader.at]
    if (sign === undefined || sign === '|' || sign === ')' || sign === ')?') break
    reader.at += 1
    if (sign === '(') row.push(readBracket(reader, depth))
    else row.push(readSign(sign))
  }
  if (row.length === 0) throw new MistakeError('a part of it is empty')
  const [only] = row
  return row.length === 1 && only ? only : { kind: 'row', of: row }
}

function readBracket(reader: Reader, depth: number): Pattern {
  const inner = readEither(reader, depth + 1)
  const close = reader.signs[reader.at]
  if (close !== ')' && close !== ')?') throw new MistakeError('a bracket is not closed')
  reader.at += 1
  return close === ')?' ? { kind: 'maybe', inner } : inner
}

function readSign(sign: string): Pattern {
  if (sign.length > 1 && sign.endsWith('?')) return { kind: 'maybe', inner: readSign(sign.slice(0, -1)) }
  const gap = /^\.\.(\d{1,2})$/u.exec(sign)
  if (gap) {
    const most = Number(gap[1])
    if (most < 1 || most > MAX_GAP) throw new MistakeError(`a gap is of 1 to ${String(MAX_GAP)} words`)
    return { kind: 'gap', most }
  }
  if (sign.startsWith('{')) return { kind: 'list', name: sign.slice(1, -1) }
  if (sign.startsWith('@')) return { kind: 'class', name: classOf(sign.slice(1)) }
  const prefix = sign.length > 1 && sign.endsWith('*')
  const word = prefix ? sign.slice(0, -1) : sign
  const exact = /\p{Lu}/u.test(word)
  return { kind: 'word', word: exact ? word : word.toLowerCase(), exact, prefix }
}

function classOf(name: string): WordClass {
  const known = CLASSES.find((each) => each === name)
  if (known === undefined) throw new MistakeError(`there is no @${name}; there are @${CLASSES.join(', @')}`)
  return known
}

/** Whether it can match without a word. */
function isEmpty(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'word':
    case 'words':
    case 'list':
      return false
    case 'class':
      return pattern.name === 'start' || pattern.name === 'end'
    case 'gap':
    case 'maybe':
      return true
    case 'either':
      return pattern.of.some(isEmpty)
    case 'row':
      return pattern.of.every(isEmpty)
  }
}
