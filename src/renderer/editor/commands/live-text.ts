import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'

/** The undeleted text of a paragraph, with the document position of each of its UTF-16 units. */
export type LiveText = { readonly text: string; readonly positions: readonly number[] }

/** `start`: position of the paragraph's first token. Only what lies within `from` and `to`. */
export function liveText(paragraph: Node, start: number, from = start, to = Infinity): LiveText {
  let text = ''
  const positions: number[] = []
  paragraph.forEach((child, offset) => {
    if (schema.marks.deletion.isInSet(child.marks)) return
    const content = child.text ?? '\n'
    for (let i = 0; i < content.length; i++) {
      const position = start + offset + i
      if (position < from || position >= to) continue
      text += content[i]
      positions.push(position)
    }
  })
  return { text, positions }
}
