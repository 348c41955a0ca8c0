import type { Node } from 'prosemirror-model'
import { forEachParagraph } from '../../../src/shared/document/paragraphs.ts'
import { OBJECT, paragraphText } from '../../../src/shared/document/projection.ts'

/**
 * A text as programs can be compared by it: a line for each paragraph, those of notes after all others. White space and
 * empty lines are left out: programs differ in what they make of them (pandoc sets a space where two paragraphs become
 * one).
 */
export type Reader = { readonly text: string[]; readonly notes: string[] }

export function linesOf({ text, notes }: Reader): readonly string[] {
  return [...text, ...notes].map((line) => line.replaceAll(/\s+/gu, '')).filter((line) => line !== '')
}

export function ourLines(doc: Node): readonly string[] {
  const reader: Reader = { text: [], notes: [] }
  forEachParagraph(doc, ({ paragraph, container }) => {
    const line = paragraphText(paragraph).replaceAll(OBJECT, '')
    reader[container.kind === 'footnote' ? 'notes' : 'text'].push(line)
  })
  return linesOf(reader)
}

export function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index])
}
