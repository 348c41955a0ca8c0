import { Fragment, Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import { addReplacement } from '../decide/decide-pieces.ts'
import type { Piece } from '../decide/decide-pieces.ts'
import { DecideStep } from '../decide/decide-step.ts'
import type { Match } from './find-text.ts'
import { MANY_PLACES } from '../tracking/many-places.ts'
import { schema } from '../schema.ts'
import { isFormatting } from '../tracking-state.ts'

/**
 * The new words in the case of the old, where they were typed small and case does not matter: “Colour” becomes
 * “Color”, “COLOUR” becomes “COLOR”.
 */
export function inCaseOf(found: string, words: string): string {
  if (words !== words.toLowerCase()) return words
  const isCapital = (text: string) => text !== text.toLowerCase() && text === text.toUpperCase()
  const letters = found.replaceAll(/[^\p{L}]/gu, '')
  if (letters.length > 1 && isCapital(letters)) return words.toUpperCase()
  const [first] = words
  if (first === undefined || !isCapital(String.fromCodePoint(found.codePointAt(0) ?? 0))) return words
  return first.toUpperCase() + words.slice(first.length)
}

/** Formats of the first letter that goes: the new words look as the old ones did. */
function wordsFor({ marks, text }: Match, words: string, keepCase: boolean): Slice {
  const by = keepCase ? words : inCaseOf(text, words)
  if (by === '') return Slice.empty
  return new Slice(Fragment.from(schema.text(by, marks.filter(isFormatting))), 0, 0)
}

/**
 * Puts the words in the place of each match. What is deleted inside of a match stays where it is, behind the new
 * words. `matches`: as findText gives them for the document that the transform has come to.
 */
export function replaceMatches(
  transform: Transform,
  matches: readonly Match[],
  words: string,
  matchCase: boolean,
): void {
  const pieces: Piece[] = []
  for (const match of matches) {
    const slice = wordsFor(match, words, matchCase)
    for (const [place, { from, to }] of match.ranges.entries()) {
      addReplacement(pieces, from, to, place === 0 ? slice : Slice.empty)
    }
  }
  if (pieces.length >= MANY_PLACES) {
    transform.step(new DecideStep(pieces))
    return
  }
  // From the last to the first, so that no place moves before its turn.
  for (const piece of pieces.toReversed()) {
    if (piece.kind === 'replace') transform.step(new ReplaceStep(piece.from, piece.to, piece.slice))
  }
}
