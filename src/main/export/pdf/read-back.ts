import { countRemarks, textsBeside } from '../../pdf/read/beside.ts'
import { openFinished } from '../../pdf/read/finished-file.ts'
import { createPageReader } from '../../pdf/read/page-text.ts'
import type { PageText, PageWords } from '../../pdf/read/page-text.ts'
import { pagesOf } from '../../pdf/read/pages.ts'

/**
 * Reading a finished file from its bytes, without anything that the typesetter said. Tests hold every page that is read
 * so against what pdf.js reads (`read-any.ts`), which costs ten times as much.
 */

export type ReadPage = {
  /** What belongs to the content, in reading order, by the letters that are drawn and without spaces. */
  readonly body: string
  /** Running head, foot and margin marks, so too. */
  readonly artifacts: string
  /** Both as they are told to whoever does not see them, without spaces. */
  readonly told: PageWords
  /** Single words of the content, whether they are drawn or told. */
  readonly words: () => readonly string[]
}

/** What a file holds beside its pages: its title, its comments with their authors, and the files in it. */
export type Beside = { readonly comments: number; readonly words: string }

export type ReadBack = {
  readonly pages: readonly ReadPage[]
  /** Read when it is asked for. */
  readonly beside: () => Beside
}

/** Letters that share one shape in our fonts: a reader of the file cannot tell them apart, nor can this one. */
const SAME_SHAPE: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u02bb': '\u2018',
  '\u02bc': '\u2019',
  '\u2206': '\u0394',
  '\u2215': '\u2044',
}
const SHARED = new RegExp(`[${Object.keys(SAME_SHAPE).join('')}]`, 'gu')

/**
 * Letter by letter, so that a stray accent cannot join the letter before it.
 * Line breaks and zero-width characters are layout, so texts are compared without any space at all.
 */
export function squeezed(text: string): string {
  return text
    .replaceAll(/[^\u0020-\u007e]/gu, (letter) => letter.normalize('NFKC'))
    .replaceAll(/[\s\p{Cf}\p{VS}]+/gu, '')
    .replaceAll(SHARED, (letter) => SAME_SHAPE[letter] ?? letter)
}

export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

export function readPage({ drawn, told }: PageText): ReadPage {
  const seen = squeezedWords(drawn)
  return {
    ...seen,
    told: told === drawn ? seen : squeezedWords(told),
    words: () => (told === drawn ? wordsIn(drawn.body) : [...wordsIn(drawn.body), ...wordsIn(told.body)]),
  }
}

function squeezedWords({ body, artifacts }: PageWords): PageWords {
  return { body: squeezed(body), artifacts: squeezed(artifacts) }
}

/** Between texts that have nothing to do with each other; no text holds it, and `squeezed` keeps it. */
const APART = '\0'

/** Throws NotPdf for what is not wholly as our own files are. */
export function readBack(pdf: Uint8Array): ReadBack {
  const file = openFinished(pdf)
  const pages = pagesOf(file)
  const readText = createPageReader(file)
  return {
    pages: pages.map((page) => readPage(readText(page))),
    beside: () => ({ comments: countRemarks(file, pages), words: textsBeside(file).join(APART) }),
  }
}
