/** Which letters stand whole in one family. */

/** What has a letter of its own for some code points: a face, or all faces of a family. */
export type Glyphs = { has(point: number): boolean }

/** Families in the order in which they are asked, with the code points that each of their faces has. */
export type Coverage = ReadonlyMap<string, Glyphs>

/**
 * Shown by no font, and hidden by whatever sets them: soft hyphen, zero-width space, joiners, and the selectors of a
 * form of the letter before them.
 */
export function isInvisible(point: number): boolean {
  return (
    point === 0xad ||
    (point >= 0x200b && point <= 0x200d) ||
    point === 0x2060 ||
    (point >= 0xfe00 && point <= 0xfe0f) ||
    (point >= 0xe0100 && point <= 0xe01ef)
  )
}

/** Whether one family has every visible code point among these. */
export function isWhole(coverage: Coverage, points: readonly number[]): boolean {
  for (const family of coverage.values()) {
    if (points.every((point) => family.has(point) || isInvisible(point))) return true
  }
  return false
}

/** Of these code points each is a letter by itself: marks and joiners lie elsewhere. */
const SIMPLE = /^[\n\t\u0020-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*$/

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The letters as a reader counts them, each with its marks, composed (NFC). */
export function lettersOf(text: string): Iterable<string> {
  const composed = text.normalize('NFC')
  return SIMPLE.test(composed) ? composed : Array.from(letters.segment(composed), ({ segment }) => segment)
}

export function pointsOf(letter: string): readonly number[] {
  return Array.from(letter, (one) => one.codePointAt(0) ?? 0)
}
