import type { BuiltIn } from '../../model/check-book.ts'
import type { BlockCheck } from './hit.ts'
import { capitals, headlineStops, longParagraphs, longSentences, titleCase } from './lengths.ts'
import { missingSerialCommas, serialCommas } from './lists.ts'
import { numerals } from './numerals.ts'
import {
  doubleQuotes,
  emDashes,
  hyphensForDashes,
  mixedQuotes,
  singleQuotes,
  spacedEnDashes,
  unpairedQuotes,
} from './quotes.ts'
import { doubleSpaces, doubleWords, noSpaceAfterMark, spacesAtEdges, spacesBeforeMarks } from './spacing.ts'

/** Checks that a block by itself can answer; the others need the whole article (article-checks.ts). */
export const BLOCK_CHECKS: Readonly<Partial<Record<BuiltIn, BlockCheck>>> = {
  'double-word': doubleWords,
  'double-space': doubleSpaces,
  'space-before-mark': spacesBeforeMarks,
  'space-at-edge': spacesAtEdges,
  'no-space-after-mark': noSpaceAfterMark,
  'mixed-quotes': mixedQuotes,
  'unpaired-quotes': unpairedQuotes,
  'single-quotes': singleQuotes,
  'double-quotes': doubleQuotes,
  'hyphen-for-dash': hyphensForDashes,
  'em-dash': emDashes,
  'spaced-en-dash': spacedEnDashes,
  'long-sentence': longSentences,
  'long-paragraph': longParagraphs,
  'serial-comma': missingSerialCommas,
  'no-serial-comma': serialCommas,
  numerals,
  capitals,
  'headline-stop': headlineStops,
  'headline-title-case': titleCase,
}
