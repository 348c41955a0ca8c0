import { isInvisible, isWhole, lettersOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'

/**
 * Everything that the fonts cannot show, or that would steer the layout unseen, becomes a visible token such as
 * ⟦U+0E20⟧. A silent empty box in a signed document would be worse than an ugly one. Isolates around names and
 * quotations are set by the template, behind this.
 */

const NEWLINE = 0x0a

/** They reorder the words around them, so a reader must see that they stand there. */
function isBidiControl(point: number): boolean {
  return (
    point === 0x061c ||
    point === 0x200e ||
    point === 0x200f ||
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069)
  )
}

/** Whatever a font draws there, another font draws something else. */
function isPrivate(point: number): boolean {
  return (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000
}

function isControl(point: number): boolean {
  return point < 0x20 || (point >= 0x7f && point < 0xa0) || point === 0x2028 || point === 0x2029
}

/**
 * Nothing shows them, and some fonts have an empty letter for them: a text could be hidden so in another. The flags of
 * some countries are named by such letters, behind a black one.
 */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/u

const FLAG = /^\u{1f3f4}[\u{e0020}-\u{e007f}]+$/u

function isHidden(point: number): boolean {
  return !isInvisible(point) && HIDDEN.test(String.fromCodePoint(point))
}

function isForbidden(point: number): boolean {
  return isControl(point) || isBidiControl(point) || isPrivate(point) || isHidden(point)
}

/** Letters without a place to break would run out of the page; a zero-width space gives them one. */
const LONGEST_WORD = 30
const BREAK = '\u200b'
/**
 * A joiner that is left over from an emoji, as where the middle of one was deleted, ties the next emoji to whatever stands
 * before it: no font has both, and empty boxes are drawn for all of it. Where letters join, joiners are left as they are.
 */
const JOINER = '\u200d'
const DRAWS_ON = /^\p{Extended_Pictographic}/u
const LEFT_OVER = /(?<![\p{Script=Arabic}\p{Script=Syriac}])\u200d$/u

/** More signs on one letter than any language writes, which would be drawn over the lines above. */
const MOST_MARKS = 8
/** In no font. */
const NO_LETTER = -1

export type Sanitiser = {
  /** Composed (NFC) and safe to set; the token stands for each code point that is not. */
  readonly clean: (text: string) => string
  /** Every token used so far, once each, in order of first use. */
  readonly replaced: () => readonly string[]
}

export function tokenOf(point: number): string {
  return `⟦U+${point.toString(16).toUpperCase().padStart(4, '0')}⟧`
}

/** In every font of the core; see fonts.test.ts. */
const PLAIN = /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff‘’“”–—…]*$/
const TOO_LONG = /[^\s\u200b]{31}/

export function createSanitiser(coverage: Coverage): Sanitiser {
  const tokens = new Set<string>()
  /** Letters come again and again. */
  const known = new Map<string, string>()

  function token(point: number): string {
    tokens.add(tokenOf(point))
    return tokenOf(point)
  }

  /**
   * A letter whose parts no family has together is set in stretches that one has. A sign that fits none is shown, and
   * the signs behind it as well: they would be drawn on the code that stands for it.
   */
  function inParts(letter: string): string {
    let out = ''
    let group: number[] = []
    for (const part of letter) {
      const point = part.codePointAt(0) ?? 0
      if (isInvisible(point)) out += part
      else if (!isForbidden(point) && isWhole(coverage, [...group, point])) {
        group.push(point)
        out += part
      } else if (!isForbidden(point) && !/\p{M}/u.test(part) && isWhole(coverage, [point])) {
        group = [point]
        out += BREAK + part
      } else {
        group = [NO_LETTER]
        out += token(point)
      }
    }
    return out
  }

  function shownLetter(letter: string): string {
    if (letter === '\t') return ' '
    if (letter === '\r\n') return '\n'
    const points = Array.from(letter, (one) => one.codePointAt(0) ?? 0)
    const [first = 0] = points
    if (points.length === 1 && (first === NEWLINE || isInvisible(first))) return letter
    if (points.length > MOST_MARKS + 1 && /^.\p{M}+$/u.test(letter)) {
      const [base, marks] = [points.slice(0, MOST_MARKS + 1), points.slice(MOST_MARKS + 1)]
      return shown(String.fromCodePoint(...base)) + marks.map(token).join('')
    }
    if (FLAG.test(letter)) return isWhole(coverage, points) ? letter : inParts(letter)
    return !points.some(isForbidden) && isWhole(coverage, points) ? letter : inParts(letter)
  }

  function shown(letter: string): string {
    const before = known.get(letter)
    if (before !== undefined) return before
    const made = shownLetter(letter)
    known.set(letter, made)
    return made
  }

  function clean(text: string): string {
    if (PLAIN.test(text) && !TOO_LONG.test(text)) return text
    let out = ''
    let isJoined = false
    let unbroken = 0
    for (const letter of lettersOf(text)) {
      const made = shown(letter)
      if (isJoined && DRAWS_ON.test(made)) out += BREAK
      isJoined = made.endsWith(JOINER)
      unbroken = /[\s\u200b]$/.test(made) ? 0 : unbroken + 1
      if (unbroken > LONGEST_WORD) {
        out += BREAK
        unbroken = 1
      }
      out += made
    }
    // A text that is all tokens must find its lines, too.
    return out.replaceAll('⟧⟦', `⟧${BREAK}⟦`).replace(LEFT_OVER, JOINER + BREAK)
  }

  return { clean, replaced: () => [...tokens] }
}

/** A copy of plain JSON with every string passed through `change`; keys stay as they are. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapStrings(one, change)]))
}
