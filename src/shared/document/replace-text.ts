import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import type { Match } from './find-text.ts'
import { schema } from './schema.ts'
import { isFormatting } from './tracking-state.ts'

/**
 * The new words in the case of the old, where they were typed small and case does not matter: “Colour” becomes
 * “Color”, “COLOUR” becomes “COLOR”.
 */
export function inCaseOf(found: string, words: string): string {
  if (words !== words.toLowerCase()) return words
  const isCapital = (text: string) => text !== text.toLowerCase() && text === text.toUpperCase()
  const letters = [...found].filter((letter) => letter.toLowerCase() !== letter.toUpperCase())
  if (letters.length > 1 && isCapital(letters.join(''))) return words.toUpperCase()
  const [first, ...rest] = words
  return first !== undefined && isCapital([...found][0] ?? '') ? first.toUpperCase() + rest.join('') : words
}

/** Formats of the first letter that goes: the new words look as the old ones did. */
function wordsFor(doc: Node, { from, text }: Match, words: string, keepCase: boolean): Slice {
  const by = keepCase ? words : inCaseOf(text, words)
  if (by === '') return Slice.empty
  const marks = (doc.nodeAt(from)?.marks ?? []).filter(isFormatting)
  return new Slice(Fragment.from(schema.text(by, marks)), 0, 0)
}

/**
 * Puts the words in the place of each match, from the last to the first, so that no place moves before its turn. What
 * is deleted inside of a match stays where it is, behind the new words. `matches`: as findText gives them.
 */
export function replaceMatches(
  transform: Transform,
  matches: readonly Match[],
  words: string,
  matchCase: boolean,
): void {
  const { doc } = transform
  for (const match of matches.toReversed()) {
    for (const { from, to } of match.ranges.toReversed()) {
      const slice = from === match.from ? wordsFor(doc, match, words, matchCase) : Slice.empty
      transform.step(new ReplaceStep(from, to, slice))
    }
  }
}
