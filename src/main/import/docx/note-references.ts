import type { Mark, Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { attribute } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Around, Reading } from './context.ts'
import { emit, place } from './inline.ts'
import type { Inline } from './inline.ts'
import { lookWithin } from './kept-text.ts'
import { plainText } from './plain-text.ts'

/** A footnote or an endnote stands where the text refers to it. */
export function readNoteReference(
  element: XmlElement,
  properties: XmlElement | undefined,
  around: Around,
  inline: Inline,
  reading: Reading,
): void {
  const part = element.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
  const note = reading[part](attribute(element, 'w:id') ?? '')
  if (!note) return
  const { readNote, changes } = reading
  if (!readNote) {
    reading.warnings.add('note', 'A note within a note came into its text, in square brackets.')
    return emit(` [${plainText(note)}]`, undefined, around, inline, reading)
  }
  const build = (marks: readonly Mark[]): readonly Node[] => {
    const before = changes.state()
    const content = [...readNote(note, part)]
    changes.resume(before)
    const made = schema.nodes.footnote.create({ endnote: part === 'endnotes' }, content, [...marks])
    return [made]
  }
  // Word takes no comment in a note: one that stands there is on the note as a whole.
  const { comments } = lookWithin(note)
  for (const id of comments) reading.anchors.start(id)
  place(build, properties, around, inline, reading, false)
  for (const id of comments) reading.anchors.end(id)
}
