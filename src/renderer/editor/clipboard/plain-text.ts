import { Fragment, Slice } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'

/** One line of text; a soft line break of a word processor is a hard break. */
function inlineOf(line: string, marks: readonly Mark[]): Node[] {
  return line
    .split(/[\u000b\u2028]/)
    .flatMap((part, index) => [
      ...(index === 0 ? [] : [schema.nodes.hardBreak.create(null, null, marks)]),
      ...(part === '' ? [] : [schema.text(part, marks)]),
    ])
}

/**
 * Pasted plain text: a paragraph for each line, none for blank lines between them; in the format of where it goes. A
 * line break at the very end begins a new paragraph.
 */
export function plainTextSlice(text: string, marks: readonly Mark[]): Slice {
  const lines = text.split(/\r\n|[\n\r\u0085\u2029]/)
  const last = lines.length - 1
  const filled = lines.filter((line, index) => line.trim() !== '' || index === last)
  return new Slice(
    Fragment.fromArray(filled.map((line) => schema.node('para', null, inlineOf(line, marks)))),
    1,
    1,
  )
}
