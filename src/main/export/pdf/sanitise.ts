/**
 * Everything that the fonts cannot show, or that would steer the layout unseen, becomes a visible token such as
 * ⟦U+0E20⟧. A silent empty box in a signed document would be worse than an ugly one.
 */

const TAB = 0x09
const NEWLINE = 0x0a

/** Invisible by design and harmless: soft hyphen, zero-width space and joiners, word joiner. */
const INVISIBLE = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060])

function isVariationSelector(point: number): boolean {
  return point >= 0xfe00 && point <= 0xfe0f
}

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

/** Letters without a place to break would run out of the page; a zero-width space gives them one. */
const LONGEST_WORD = 30
const BREAK = '\u200b'
const JOINER = '\u200d'

/** Letters that belong to the one before them: nothing may come between. */
const BOUND = /[\p{M}\p{VS}\p{Emoji_Modifier}\u200d]/u

export type Sanitiser = {
  /** Composed (NFC) and safe to set; the token stands for each code point that is not. */
  readonly clean: (text: string) => string
  /** Every token used so far, once each, in order of first use. */
  readonly replaced: () => readonly string[]
}

export function tokenOf(point: number): string {
  return `⟦U+${point.toString(16).toUpperCase().padStart(4, '0')}⟧`
}

export function createSanitiser(covered: ReadonlySet<number>): Sanitiser {
  const tokens = new Set<string>()

  function shown(point: number): boolean {
    if (point === NEWLINE || INVISIBLE.has(point) || isVariationSelector(point)) return true
    return covered.has(point) && !isBidiControl(point) && !isControl(point) && !isPrivate(point)
  }

  function visible(letter: string): string {
    const point = letter.codePointAt(0) ?? 0
    if (point === TAB) return ' '
    if (shown(point)) return letter
    tokens.add(tokenOf(point))
    return tokenOf(point)
  }

  function clean(text: string): string {
    let out = ''
    let unbroken = 0
    let before = ''
    for (const letter of text.normalize('NFC').replaceAll('\r\n', '\n')) {
      unbroken = /[\s\u200b]/.test(letter) ? 0 : unbroken + 1
      if (unbroken > LONGEST_WORD && !BOUND.test(letter) && before !== JOINER) {
        out += BREAK
        unbroken = 1
      }
      out += visible(letter)
      before = letter
    }
    return out
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
