import type { Node } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import type { Pictures } from '../../../shared/model/interchange.ts'
import { roman } from '../../../shared/roman.ts'
import { shownText } from './pieces.ts'
import { chipWords, keptWords, missingWords } from './pictures.ts'
import { squeezed, wordsIn } from './read-back.ts'
import type { ReadPage } from './read-back.ts'
import type { Report } from './report.ts'

/** Whether the whole text stands in a file, paragraph by paragraph. */

export type ExpectedText = {
  readonly report: Report
  readonly doc: Node
  /** Pictures that are drawn; for others words stand there. */
  readonly drawn: Pictures
  /** As the report was cleaned, so that both sides show the same tokens. */
  readonly clean: (text: string) => string
}

/**
 * Texts of these alone are looked for among the letters that are drawn: Latin, Greek and Cyrillic letters that stand
 * whole, figures, common signs, and the brackets of a token. Of others several may share a sign.
 */
const DRAWN =
  /^(?:(?!\p{M})[\s\p{Cf}\u0020-\u007e\u00a0-\u024f\u0370-\u052f\u1e00-\u1fff\u2010-\u203a\u20a0-\u20bf⟦⟧])*$/u

/**
 * What no text may hold that is looked for in what the file tells: signs over and under letters, whose letters are told
 * once for each part, and letters that run from right to left. All else, of any script, is told as it was written.
 */
const UNTOLD =
  /(?![\p{VS}\p{Cf}])[\p{M}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1eeff}]/u

/** Letters that lose in small capitals what tells them from others: there, one sign is drawn for both. */
const SHARING = /[ıĸ\p{Script=Greek}]/u

/** From right to left a bracket is drawn as the other one: which of the two a sign means, is only told. */
const BRACKETS = ['()', '[]', '{}', '<>', '«»', '‹›', '⟦⟧'] as const
const EITHER = new Map(BRACKETS.flatMap(([open = '', close = '']) => [[close, open] as const]))

function withoutSides(text: string): string {
  return text.replaceAll(/[)\]}>»›⟧]/g, (bracket) => EITHER.get(bracket) ?? bracket)
}

type Printed = {
  readonly text: string
  readonly isInCell: boolean
  /** In a cell, or behind a note: what stands at the foot of a page may have broken it apart. */
  readonly mayBeBroken: boolean
  /** Some of it in small capitals, and whether there are letters among these that share a sign. */
  readonly small: 'none' | 'plain' | 'sharing'
}

function smallOf({ segments }: ParagraphSegments): Printed['small'] {
  const small = segments.filter(({ marks }) => marks.includes('smallCaps'))
  if (small.length === 0) return 'none'
  return small.some(({ text }) => SHARING.test(text)) ? 'sharing' : 'plain'
}

/** The text of a paragraph as it is printed: notes by their numbers, which go on from `notes`. */
function printed(
  { segments }: ParagraphSegments,
  notes: { count: number; atEnd: number },
  { clean, drawn, report }: ExpectedText,
): string {
  return segments
    .map((segment) => {
      const { object } = segment
      if (!object) return clean(shownText(segment))
      if (object.kind === 'preserved') {
        const chip = report.variant === 'clean' ? '' : chipWords(object.preserved)
        return clean(chip + keptWords(object.preserved))
      }
      if (object.kind === 'image') return drawn.has(object.blob) ? '' : clean(missingWords(object.alt))
      if (object.endnote) {
        notes.atEnd += 1
        return roman(notes.atEnd)
      }
      notes.count += 1
      return String(notes.count)
    })
    .join('')
}

function paragraphsOf(expected: ExpectedText): readonly Printed[] {
  const notes = { count: 0, atEnd: 0 }
  return readBlocks(project(expected.doc, 'final')).flatMap((block) => {
    const isInCell = block.kind === 'table'
    const paragraphs = isInCell
      ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : [block]
    return paragraphs.map((paragraph): Printed => {
      const text = printed(paragraph, notes, expected)
      return { text, isInCell, mayBeBroken: isInCell || notes.count > 0, small: smallOf(paragraph) }
    })
  })
}

/**
 * Half a sentence about the first paragraph that is not there. Paragraphs are looked for whole and in their order. The
 * words of a table's cells, and those that the notes at a page's foot may have broken apart, are looked for one by one.
 */
export function missingParagraph(pages: readonly ReadPage[], expected: ExpectedText): string | null {
  if (expected.report.text === null) return null
  const paragraphs = paragraphsOf(expected)
  const drawn = pages.map(({ body }) => body).join('')
  const told = pages.map(({ told: { body } }) => body).join('')
  // What is looked for there is looked for in what is told, too.
  const share = paragraphs.some(({ small }) => small === 'sharing')
  const isDrawnAsItIs = ({ text, small }: Printed) => DRAWN.test(text) && !(share && small !== 'none')
  const inDrawn = drawn === told ? [] : paragraphs.filter(isDrawnAsItIs)
  const inTold = paragraphs.filter(({ text }) => !UNTOLD.test(text))
  const missing = missingIn(drawn, inDrawn, withoutSides) ?? missingIn(told, inTold, (text) => text)
  if (missing === null) return null
  return `a paragraph of the text is not in it as it stands: “${missing.text.slice(0, 60)}”`
}

/** `alike` takes away what does not tell two texts apart. */
function missingIn(
  whole: string,
  paragraphs: readonly Printed[],
  alike: (text: string) => string,
): Printed | null {
  const body = alike(whole)
  const known = new Map<string, boolean>()
  const hasWord = (word: string): boolean => {
    const found = known.get(word) ?? body.includes(squeezed(word))
    known.set(word, found)
    return found
  }
  let at = 0
  for (const paragraph of paragraphs) {
    const { text, isInCell, mayBeBroken } = paragraph
    const wanted = alike(squeezed(text))
    const found = isInCell ? -1 : body.indexOf(wanted, at)
    if (found >= 0) at = found + wanted.length
    else if (!mayBeBroken || !wordsIn(text).every(hasWord)) return paragraph
  }
  return null
}
