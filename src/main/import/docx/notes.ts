import { attribute, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'

/** A footnote or an endnote by its w:id. */
export type Notes = (id: string) => XmlElement | undefined

export function readNotes(part: XmlElement | undefined): Notes {
  const notes = new Map(elements(part).map((note) => [attribute(note, 'w:id') ?? '', note]))
  return (id) => notes.get(id)
}
