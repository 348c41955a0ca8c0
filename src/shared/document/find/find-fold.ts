/**
 * Text as it is searched: small letters, without accents, with straight quotes and plain spaces. What was typed with
 * an accent or a curly quote must be found just so; what was typed without is found with or without.
 */

export type Folded = {
  readonly text: string
  /** Where each unit of `text` was in the original, and its end at last; null where nothing was left out. */
  readonly origins: readonly number[] | null
}

export type FindQuery = {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** Accents of Latin, Greek and Cyrillic, vowel signs of Hebrew and Arabic. Those of other scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu
/** What Unicode does not take apart, and what desks type in two ways. */
const ALIKE: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '\u00a0': ' ',
  '\u202f': ' ',
}

function foldUnit(unit: string): string {
  const bare = unit.normalize('NFD').replaceAll(ACCENTS, '')
  if (bare === '') return ''
  // Units stay units: a letter that comes apart into several is left as it is.
  const one = bare.length === 1 ? bare : unit
  return ALIKE[one] ?? one
}

/** A sigma at the end of a word has a small letter of its own. */
function lowered(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

const known = new Map<string, readonly [folded: string, lowered: string]>()

/** Of one UTF-16 unit; empty for an accent that stands by itself. */
function foldedUnit(unit: string, keepCase: boolean): string {
  let forms = known.get(unit)
  if (!forms) {
    const folded = foldUnit(unit)
    const low = lowered(folded)
    forms = [folded, low.length === folded.length ? foldUnit(low) : folded]
    known.set(unit, forms)
  }
  return keepCase ? forms[0] : forms[1]
}

export function fold(text: string, keepCase: boolean): Folded {
  let folded = ''
  const origins: number[] = []
  for (let at = 0; at < text.length; at++) {
    const unit = foldedUnit(text.charAt(at), keepCase)
    if (unit === '') continue
    folded += unit
    origins.push(at)
  }
  if (origins.length === text.length) return { text: folded, origins: null }
  return { text: folded, origins: [...origins, text.length] }
}

function originOf({ origins }: Folded, at: number): number {
  return origins === null ? at : (origins[at] ?? 0)
}

/** A query made ready: its folded form, and for each unit what must stand there exactly, if anything must. */
export type Needle = {
  readonly query: FindQuery
  readonly folded: string
  readonly exact: readonly (string | null)[]
}

function settled(text: string, { matchCase }: FindQuery): string {
  const one = text.normalize('NFC')
  return matchCase ? one : lowered(one)
}

/** Null where there is nothing to look for. */
export function needleOf(query: FindQuery): Needle | null {
  const whole = query.text.normalize('NFC')
  const folded = fold(whole, query.matchCase)
  if (folded.text === '') return null
  return {
    query,
    folded: folded.text,
    exact: folded.text.split('').map((unit, index) => {
      const typed = settled(whole.slice(originOf(folded, index), originOf(folded, index + 1)), query)
      return typed === unit ? null : typed
    }),
  }
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Longer than any cluster that is written. */
const NEAR = 32

/** Whether a position lies between two characters as readers see them. */
function isBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true
  // No letter below takes part in a cluster.
  if (text.charCodeAt(at - 1) < 0x300 && text.charCodeAt(at) < 0x300) return true
  const from = Math.max(0, at - NEAR)
  const cluster = GRAPHEMES.segment(text.slice(from, at + NEAR)).containing(at - from)
  return cluster?.index === at - from
}

const WORD = /[\p{L}\p{N}\p{M}_]/u

function isWordAt(text: string, at: number, side: -1 | 1): boolean {
  const code = side > 0 ? text.codePointAt(at) : codePointBefore(text, at)
  return code !== undefined && WORD.test(String.fromCodePoint(code))
}

function codePointBefore(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at - 1)
  const isLow = unit >= 0xdc00 && unit <= 0xdfff
  return at < 1 ? undefined : text.codePointAt(isLow && at > 1 ? at - 2 : at - 1)
}

/** A border of words, or beside a sign, which is a word to nobody. */
function isWordBorder(text: string, at: number): boolean {
  return !(isWordAt(text, at, -1) && isWordAt(text, at, 1))
}

/** Where the needle is found, each place after the one before: [from, to) in the original text. */
export function findIn(text: string, folded: Folded, needle: Needle): readonly (readonly [number, number])[] {
  const places: [number, number][] = []
  const { query, exact } = needle
  for (let at = folded.text.indexOf(needle.folded); at >= 0;) {
    const from = originOf(folded, at)
    const to = originOf(folded, at + needle.folded.length)
    const isSame = exact.every((wanted, index) => {
      if (wanted === null) return true
      const place = at + index
      return settled(text.slice(originOf(folded, place), originOf(folded, place + 1)), query) === wanted
    })
    const isWhole = !query.wholeWords || (isWordBorder(text, from) && isWordBorder(text, to))
    const found = isSame && isWhole && isBorder(text, from) && isBorder(text, to)
    if (found) places.push([from, to])
    at = folded.text.indexOf(needle.folded, found ? at + needle.folded.length : at + 1)
  }
  return places
}
