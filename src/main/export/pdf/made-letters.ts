import type { Glyphs } from './coverage.ts'

/**
 * Letters that the engine shows of a face that does not have them: it puts them together from parts ("ǫ" from "o"
 * and a hook), takes a likeness, or takes the mark of a letter whose rest is in another face. Other programs read the
 * parts back as other letters. Which those are is told by the rules of its shaper (HarfBuzz, "Normalization"):
 * canonical decompositions, and wider spaces and the hyphen that does not break out of plain ones.
 */

const SPACE = 0x20
const HYPHEN = 0x2010
const FIRM_HYPHEN = 0x2011

function pointsOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0)
}

/** The ways to make a letter, each by the code points that a face needs for it; of most letters there are none. */
function waysToMake(point: number): readonly (readonly number[])[] {
  const letter = String.fromCodePoint(point)
  if (/\p{Zs}/u.test(letter)) return [[SPACE]]
  if (point === FIRM_HYPHEN) return [[HYPHEN]]
  const parts = pointsOf(letter.normalize('NFD'))
  // Marks are taken off one by one, from the last; what is before them may be a letter of its own.
  return parts.slice(1).flatMap((_, index) => {
    const before = pointsOf(String.fromCodePoint(...parts.slice(0, index + 1)).normalize('NFC'))
    return before.length === 1 ? [[...before, ...parts.slice(index + 1)]] : []
  })
}

/**
 * What must not be asked of a family, by the first code points of these letters: those that it lacks in one of its
 * faces, where another face would show them, or one would make them or show a mark of them.
 */
export function foreignTo(
  faces: readonly Glyphs[],
  letters: Iterable<readonly number[]>,
): ReadonlySet<number> {
  const foreign = new Set<number>()
  for (const [first = 0, ...marks] of letters) {
    if (faces.every((face) => face.has(first))) continue
    const ways = waysToMake(first)
    const isShown = (face: Glyphs) =>
      face.has(first) ||
      marks.some((mark) => face.has(mark)) ||
      ways.some((way) => way.every((part) => face.has(part)))
    if (faces.some(isShown)) foreign.add(first)
  }
  return foreign
}
