import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import type { VisibleSpan } from '../../../shared/document/visible-span.ts'

/**
 * The undeleted text of a paragraph, with the document positions before and behind each of its UTF-16 units. What is
 * no letter counts as one unit, a note with all that it holds.
 */
export type LiveText = {
  readonly text: string
  readonly positions: readonly number[]
  readonly ends: readonly number[]
}

/** `start`: position of the paragraph's first token. Only what lies within `from` and `to`. */
export function liveText(paragraph: Node, start: number, from = start, to = Infinity): LiveText {
  let text = ''
  const positions: number[] = []
  const ends: number[] = []
  paragraph.forEach((child, offset) => {
    if (schema.marks.deletion.isInSet(child.marks)) return
    const content = child.text ?? '\n'
    const width = child.isText ? 1 : child.nodeSize
    for (let i = 0; i < content.length; i++) {
      const position = start + offset + i
      if (position < from || position + width > to) continue
      text += content[i]
      positions.push(position)
      ends.push(position + width)
    }
  })
  return { text, positions, ends }
}

/** The same of a visible paragraph, over the deleted ¶ in it. */
export function liveTextOf(span: VisibleSpan, from = span.from, to = span.to): LiveText {
  let text = ''
  const positions: number[] = []
  const ends: number[] = []
  let start = span.from + 1
  for (let index = span.first; index <= span.owner; index++) {
    const child = span.container.child(index)
    if (child.isTextblock) {
      const part = liveText(child, start, from, to)
      text += part.text
      positions.push(...part.positions)
      ends.push(...part.ends)
    }
    start += child.nodeSize
  }
  return { text, positions, ends }
}
