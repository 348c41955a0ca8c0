import type { Node } from 'prosemirror-model'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import { shownText } from './pieces.ts'
import { chipWords, keptWords, missingWords } from './pictures.ts'
import type { ExportRequest, Pictures } from '../../../shared/model/interchange.ts'
import { roman } from '../../../shared/roman.ts'
import { readBack, readBeside, squeezed, wordsIn } from './read-back.ts'
import type { ReadPage } from './read-back.ts'
import { mapStrings } from './sanitise.ts'
import type { Report } from './report.ts'

/**
 * No file leaves before it has been read back. A fault found here is a reason to give nothing out: the sentence
 * says which; null means that there is none.
 */

export type Expected = {
  readonly report: Report
  readonly doc: Node
  readonly request: ExportRequest
  /** Pictures that are drawn; for others words stand there. */
  readonly drawn: Pictures
  /** As the report was cleaned, so that both sides show the same tokens. */
  readonly clean: (text: string) => string
}

/**
 * Paragraphs of these alone are compared: Latin, Greek and Cyrillic letters that stand whole, figures, common
 * signs, and the brackets of a token. Letters set from several parts, emoji, rarer signs and lines from right to
 * left come back from this reader as anything, and a refusal for that would be wrong.
 */
const READABLE =
  /^(?:(?!\p{M})[\s\p{Cf}\u0020-\u007e\u00a0-\u024f\u0370-\u052f\u1e00-\u1fff\u2010-\u203a\u20a0-\u20bf⟦⟧])*$/u

/** Shorter deleted words ("the", "of") stand everywhere and prove nothing. */
const TELLING = 4

function missingFoot(pages: readonly ReadPage[], { report }: Expected): string | null {
  const hash = squeezed(report.hash)
  const at = pages.findIndex(({ artifacts }, index) => {
    return !artifacts.includes(`Page${index + 1}of${pages.length}`) || !artifacts.includes(hash)
  })
  return at === -1 ? null : `page ${at + 1} does not carry its number and the hash of the text`
}

function missingVerdict(pages: readonly ReadPage[], { report }: Expected): string | null {
  const first = pages[0]?.body ?? ''
  const refused = first.includes('NOTAPPROVED')
  const right = report.verdict.approved ? first.includes('APPROVED') && !refused : refused
  return right ? null : 'the first page does not say whether the article is approved'
}

/** The text of a paragraph as it is printed: notes by their numbers, which go on from `notes`. */
function printed(
  { segments }: ParagraphSegments,
  notes: { count: number; atEnd: number },
  { clean, drawn, report }: Expected,
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

/**
 * Paragraphs of the text are looked for whole and in their order. The words of a table's cells, and those that the
 * notes at a page's foot may have broken apart, are looked for one by one.
 */
function missingParagraph(pages: readonly ReadPage[], expected: Expected): string | null {
  const { report, doc } = expected
  if (report.text === null) return null
  const body = pages.map((page) => page.body).join('')
  const notes = { count: 0, atEnd: 0 }
  let at = 0
  for (const block of readBlocks(project(doc, 'final'))) {
    const isTable = block.kind === 'table'
    const paragraphs = isTable
      ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : [block]
    for (const paragraph of paragraphs) {
      const text = printed(paragraph, notes, expected)
      if (!READABLE.test(text)) continue
      const wanted = squeezed(text)
      const found = isTable ? -1 : body.indexOf(wanted, at)
      if (found >= 0) at = found + wanted.length
      else if ((!isTable && notes.count === 0) || !hasWords(body, text)) {
        return `a paragraph of the text is not in it as it stands: “${text.slice(0, 60)}”`
      }
    }
  }
  return null
}

function hasWords(body: string, text: string): boolean {
  return wordsIn(text).every((word) => body.includes(squeezed(word)))
}

/** Words that a clean copy may show: those of the final text, and those that the report itself prints. */
function allowedWords({ report, doc }: Expected): ReadonlySet<string> {
  const words = new Set<string>()
  const add = (text: string) => {
    for (const word of wordsIn(text)) words.add(word)
    return text
  }
  for (const text of paragraphTexts(project(doc, 'final'))) add(text)
  mapStrings(report, add)
  return words
}

function deletedWord(pages: readonly ReadPage[], expected: Expected): string | null {
  if (expected.report.variant !== 'clean') return null
  const allowed = allowedWords(expected)
  const deleted = allParagraphs(expected.doc)
    .flatMap(({ segments }) => segments)
    .filter((segment) => segment.deletion !== null)
    .flatMap((segment) => wordsIn(segment.text))
  const shown = deleted.find(
    (word) => word.length >= TELLING && !allowed.has(word) && pages.some((page) => page.words.has(word)),
  )
  return shown === undefined ? null : `the deleted word “${shown}” stands in it`
}

/**
 * A name that the article itself prints, struck or not, is part of the story and may stay. A name of one word
 * ("Author", as some word processors sign) is too often an ordinary word to be looked for.
 */
function shownName(words: string, { doc, request }: Expected): string | null {
  if (request.audience !== 'external') return null
  const article = squeezed(paragraphTexts(doc).join('\n'))
  const all = squeezed(words)
  const shown = request.people.find((person) => {
    const name = squeezed(person.name)
    return /\s/.test(person.name.trim()) && !article.includes(name) && all.includes(name)
  })
  return shown === undefined ? null : 'it tells the name of somebody at the desk'
}

const onPages = (pages: readonly ReadPage[], expected: Expected): string | null =>
  shownName(pages.map((page) => page.body + page.artifacts).join(''), expected)

const CHECKS = [missingFoot, missingVerdict, missingParagraph, deletedWord, onPages]

/** In its properties, its bookmarks, its comments and the data that it carries. */
async function faultBeside(pdf: Uint8Array, expected: Expected): Promise<string | null> {
  const clean = expected.report.variant === 'clean'
  if (!clean && expected.request.audience !== 'external') return null
  const { comments, words } = await readBeside(pdf)
  if (clean && comments > 0) return 'comments stand in it'
  return shownName(words, expected)
}

export type Checked =
  | { readonly ok: true; readonly words: string }
  /** Half a sentence: what is wrong with the file. */
  | { readonly ok: false; readonly fault: string }

function praise(pages: number, { report, request }: Expected): string {
  const size = `${pages === 1 ? '1 page' : `${pages} pages`}, ${request.state.words} words`
  const same = `the hash ${report.hash} on every page`
  const clean = report.variant === 'clean' ? ', no deleted word in it' : ''
  const outside = request.audience === 'external' ? ', no name of the desk in it' : ''
  return `Read back and checked: ${size}, ${same}${clean}${outside}.`
}

export async function selfCheck(pdf: Uint8Array, expected: Expected): Promise<Checked> {
  const pages = await readBack(pdf)
  for (const check of CHECKS) {
    const fault = check(pages, expected)
    if (fault !== null) return { ok: false, fault }
  }
  const beside = await faultBeside(pdf, expected)
  if (beside !== null) return { ok: false, fault: beside }
  return { ok: true, words: praise(pages.length, expected) }
}
