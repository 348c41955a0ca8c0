import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { NotPdf } from '../../pdf/parse.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import type { ExportRequest } from '../../../shared/model/interchange.ts'
import { hiddenTitles } from './hidden-sources.ts'
import { missingParagraph } from './missing-paragraph.ts'
import type { ExpectedText } from './missing-paragraph.ts'
import { readBack, squeezed, wordsIn } from './read-back.ts'
import type { Beside, ReadBack, ReadPage } from './read-back.ts'
import { mapStrings } from './sanitise.ts'

/**
 * No file leaves before it has been read back. A fault found here is a reason to give nothing out: the sentence
 * says which; null means that there is none.
 */

export type Expected = ExpectedText & { readonly request: ExportRequest }

/** Between texts that have nothing to do with each other. */
const APART = '\0'

/** Shorter deleted words ("the", "of") stand everywhere and prove nothing. */
const TELLING = 4

function missingFoot(pages: readonly ReadPage[], { report }: Expected): string | null {
  const hash = squeezed(report.hash)
  const at = pages.findIndex(({ artifacts }, index) => {
    return !artifacts.includes(`Page${index + 1}of${pages.length}`) || !artifacts.includes(hash)
  })
  return at === -1 ? null : `page ${at + 1} does not carry its number and the hash of the text`
}

const VERDICT = ['NOT', 'APPROVED'] as const

/** It stands before all else, and is looked for there alone: an article may say the same words of a bridge. */
function missingVerdict(pages: readonly ReadPage[], { report }: Expected): string | null {
  const right = pages[0]?.body.startsWith(report.verdict.approved ? 'APPROVED' : VERDICT.join('')) === true
  return right ? null : 'the first page does not say whether the article is approved'
}

/** The heading of the last part, which tells what the file is and with what it was made, in words of its own. */
const LAST_PART = squeezed('About this file')

/** All pages but the last ones, which hold nothing of the text. */
function pagesOfText(pages: readonly ReadPage[]): readonly ReadPage[] {
  const last = pages.findLastIndex(({ body }) => body.startsWith(LAST_PART))
  return last === -1 ? pages : pages.slice(0, last)
}

/** Words that a clean copy may show: those of the final text, those that the report itself prints, and the verdict. */
function allowedWords({ report, doc }: Expected): ReadonlySet<string> {
  const words = new Set<string>(VERDICT)
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
  const shown = new Set(pagesOfText(pages).flatMap((page) => page.words()))
  const deleted = allParagraphs(expected.doc)
    .flatMap(({ segments }) => segments)
    .filter((segment) => segment.deletion !== null)
    .flatMap((segment) => wordsIn(segment.text))
  const word = deleted.find((one) => one.length >= TELLING && shown.has(one) && !allowed.has(one))
  return word === undefined ? null : `the deleted word “${word}” stands in it`
}

/** A name of one word ("Author", as some word processors sign) is too often an ordinary word to be looked for. */
function isTelling(name: string): boolean {
  return (
    /\S\s+\S/.test(name) ||
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{3,}$/u.test(name)
  )
}

/** What the article itself prints, struck or not, is part of the story and may stay; so may the desk, and who was asked. */
function shownName(texts: readonly string[], { doc, request: { people, state } }: Expected): string | null {
  const article = paragraphTexts(doc).join('\n')
  const parties = state.replies.map(({ party }) => party)
  const open = squeezed([article, state.article.desk, ...parties].join('\n'))
  const all = texts.join(APART)
  const isShown = (name: string) => !open.includes(squeezed(name)) && all.includes(squeezed(name))
  const names = [...people.map(({ name }) => name), ...state.signOffs.map(({ typedName }) => typedName)]
  if (names.some((name) => isTelling(name) && isShown(name))) {
    return 'it tells the name of somebody at the desk'
  }
  return hiddenTitles(state, article).some(({ title }) => isShown(title))
    ? 'it tells of a source who did not speak on the record'
    : null
}

function nameOnPages(pages: readonly ReadPage[], expected: Expected): string | null {
  if (expected.request.audience !== 'external') return null
  const all = [
    pages.map(({ body }) => body),
    pages.map(({ artifacts }) => artifacts),
    pages.map(({ told }) => told.body),
    pages.map(({ told }) => told.artifacts),
  ].map((texts) => texts.join(''))
  return shownName(all, expected)
}

const CHECKS = [missingFoot, missingVerdict, missingParagraph, deletedWord, nameOnPages]

/** Half a sentence: what is wrong with the pages; null where nothing is. */
export function faultOnPages(pages: readonly ReadPage[], expected: Expected): string | null {
  for (const check of CHECKS) {
    const fault = check(pages, expected)
    if (fault !== null) return fault
  }
  return null
}

/** In its properties, its bookmarks, its comments and the data that it carries. */
function faultBeside(beside: () => Beside, expected: Expected): string | null {
  const isClean = expected.report.variant === 'clean'
  const isOutside = expected.request.audience === 'external'
  if (!isClean && !isOutside) return null
  const { comments, words } = beside()
  if (isClean && comments > 0) return 'comments stand in it'
  return isOutside ? shownName([squeezed(words)], expected) : null
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

export function selfCheck(pdf: Uint8Array, expected: Expected): Checked {
  const read = tryRead(pdf)
  if ('fault' in read) return { ok: false, fault: `it cannot be read: ${read.fault}` }
  const fault = faultOnPages(read.pages, expected) ?? faultBeside(read.beside, expected)
  return fault === null ? { ok: true, words: praise(read.pages.length, expected) } : { ok: false, fault }
}

/** What is not as our files are is a fault of this one, whatever other programs make of it. */
function tryRead(pdf: Uint8Array): ReadBack | { readonly fault: string } {
  try {
    return readBack(pdf)
  } catch (error) {
    if (error instanceof NotPdf) return { fault: error.message.replace(/\.$/, '') }
    throw error
  }
}
