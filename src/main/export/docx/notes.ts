import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { NOTE_REFERENCE } from './other-styles.ts'

/** The two notes that Word draws its lines with; settings.xml names them. */
export const SEPARATORS = [-1, 0] as const

/** Notes of a file, numbered from 1 in the order of their references. */
export type NoteBook = {
  /** The w:footnoteReference of a note, which is written later into its own part. */
  reference(paragraphs: readonly ParagraphSegments[]): Xml
  isEmpty(): boolean
  /** `write` gives the paragraphs of one note, with `mark` first in them. */
  part(write: (paragraphs: readonly ParagraphSegments[], mark: Xml) => Xml): Uint8Array
}

export function createNoteBook(): NoteBook {
  const notes: (readonly ParagraphSegments[])[] = []
  return {
    reference(paragraphs) {
      notes.push(paragraphs)
      return tag('w:footnoteReference', { 'w:id': notes.length })
    },
    isEmpty: () => notes.length === 0,
    part: (write) =>
      part(
        'w:footnotes',
        ['w', 'r', 'wp', 'a', 'pic', 'w14', 'w16du'],
        separator(SEPARATORS[0], 'separator'),
        separator(SEPARATORS[1], 'continuationSeparator'),
        ...notes.map((paragraphs, index) =>
          tag('w:footnote', { 'w:id': index + 1 }, write(paragraphs, mark())),
        ),
      ),
  }
}

function separator(id: number, type: 'separator' | 'continuationSeparator'): Xml {
  const line = tag('w:p', {}, tag('w:r', {}, tag(`w:${type}`, {})))
  return tag('w:footnote', { 'w:type': type, 'w:id': id }, line)
}

/** The number of the note before its text, and a space as Word writes it. */
function mark(): Xml {
  const style = tag('w:rPr', {}, tag('w:rStyle', { 'w:val': NOTE_REFERENCE }))
  const space = tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, ' '))
  return tag('w:r', {}, style, '<w:footnoteRef/>') + space
}
