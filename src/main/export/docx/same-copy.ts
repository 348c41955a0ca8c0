import type { Node } from 'prosemirror-model'
import { paragraphTexts, project } from '../../../shared/document/projection.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
import { allParagraphs } from '../all-paragraphs.ts'
import type { WordContent } from './content.ts'
import { signRead, signWritten } from './read-back.ts'
import type { ReadBack } from './read-back.ts'
import { signatureOf } from './signature.ts'
import { plainLines } from './text.ts'

/**
 * Null when a file says the same as the review; else what differs, in words. `isInto`: it was written into the file
 * that the review began with. The import gave the head of that file its styles by where they stand and dropped empty
 * lines at its ends; neither is in the file.
 */
export function copyFault(read: ReadBack, content: WordContent, isInto: boolean): string | null {
  for (const reading of ['final', 'original'] as const) {
    const [one, other] = [content.doc, read.doc].map((doc) => linesOf(project(doc, reading), isInto))
    if (one !== other) return `its ${reading} text differs`
  }
  const [written, found] = [
    signatureOf(readBlocks(content.doc), signWritten(content)),
    signatureOf(readBlocks(read.doc), signRead(read)),
  ]
  return sameLines(written, found, isInto) ? null : 'a tracked change in it differs'
}

/** The paragraphs of one reading as one comparable text. */
export function linesOf(doc: Node, isInto: boolean): string {
  const lines = isInto ? wordsOf(doc) : paragraphTexts(doc)
  const plain = lines.map((text) => plainLines(text))
  return JSON.stringify(isInto ? withoutEnds(plain, (line) => line.trim() === '') : plain)
}

/** With the words of what is only kept: a field is one thing, or text, as more or less of it is tracked. */
function wordsOf(doc: Node): readonly string[] {
  return allParagraphs(doc).map(({ segments }) =>
    segments
      .map(({ text, object }) => (object?.kind === 'preserved' ? object.preserved.text : text))
      .join(''),
  )
}

function sameLines(written: readonly string[], found: readonly string[], isInto: boolean): boolean {
  if (!isInto) return JSON.stringify(written) === JSON.stringify(found)
  const [one, other] = [written, found].map((lines) => withoutEnds(lines, isEmptyLine))
  if (!one || !other || one.length !== other.length) return false
  return one.every((line, index) => line === other[index] || isHeadLine(line, other[index] ?? ''))
}

function withoutEnds(lines: readonly string[], isEmpty: (line: string) => boolean): readonly string[] {
  const first = lines.findIndex((line) => !isEmpty(line))
  const last = lines.findLastIndex((line) => !isEmpty(line))
  return first < 0 ? [] : lines.slice(first, last + 1)
}

function isEmptyLine(line: string): boolean {
  return line.startsWith('["¶",') && line.endsWith(',"","",null]')
}

const HEAD = /"(?:headline|standfirst|byline) /

/** Equal but for the styles of the head, which stand for where a paragraph is. */
function isHeadLine(one: string, other: string): boolean {
  if (!one.startsWith('["¶",') || !other.startsWith('["¶",')) return false
  if (!HEAD.test(one) && !HEAD.test(other)) return false
  const bare = (line: string): string =>
    JSON.stringify(
      (JSON.parse(line) as unknown[]).map((word, index) => (index === 1 ? '' : bareChange(word))),
    )
  return bare(one) === bare(other)
}

/** A change of properties without what they were. */
function bareChange(word: unknown): unknown {
  return Array.isArray(word) ? (word as unknown[])[0] : word
}
