import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { part, tag } from '../../opc/xml-write.ts'
import type { Xml } from '../../opc/xml-write.ts'
import { OUR_STYLES } from './style-names.ts'

/** The two notes that Word draws its lines with; settings.xml names them. */
export const SEPARATORS = [-1, 0] as const

/** Notes of one kind, numbered from 1 in the order of their references. */
export type NoteBook = {
  /** The w:footnoteReference (w:endnoteReference) of a note, which is written later into its own part. */
  reference(paragraphs: readonly ParagraphSegments[]): Xml
  isEmpty(): boolean
  /** `write` gives the paragraphs of one note, with `mark` first in them. */
  part(write: (paragraphs: readonly ParagraphSegments[], mark: Xml) => Xml): Uint8Array
}

export function createNoteBook(kind: 'footnote' | 'endnote'): NoteBook {
  const notes: (readonly ParagraphSegments[])[] = []
  return {
    reference(paragraphs) {
      notes.push(paragraphs)
      return tag(`w:${kind}Reference`, { 'w:id': notes.length })
    },
    isEmpty: () => notes.length === 0,
    part: (write) =>
      part(
        `w:${kind}s`,
        ['w', 'r', 'wp', 'a', 'pic', 'w14', 'w16du'],
        separator(kind, SEPARATORS[0], 'separator'),
        separator(kind, SEPARATORS[1], 'continuationSeparator'),
        ...notes.map((paragraphs, index) =>
          tag(`w:${kind}`, { 'w:id': index + 1 }, write(paragraphs, noteMark(kind))),
        ),
      ),
  }
}

function separator(kind: string, id: number, type: 'separator' | 'continuationSeparator'): Xml {
  const line = tag('w:p', {}, tag('w:r', {}, tag(`w:${type}`, {})))
  return tag(`w:${kind}`, { 'w:type': type, 'w:id': id }, line)
}

/** The number of the note before its text, and a space as Word writes it. */
export function noteMark(kind: 'footnote' | 'endnote'): Xml {
  const style = tag('w:rPr', {}, tag('w:rStyle', { 'w:val': OUR_STYLES.noteReference(kind === 'endnote') }))
  const space = tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, ' '))
  return tag('w:r', {}, style, `<w:${kind}Ref/>`) + space
}
