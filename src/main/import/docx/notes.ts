import { attribute, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import { plainText } from './plain-text.ts'

/** The text of a footnote or endnote by its w:id. */
export type Notes = (id: string) => string

export function readNotes(part: XmlElement | undefined): Notes {
  const texts = new Map<string, string>()
  for (const note of elements(part)) {
    const paragraphs = elements(note).filter((row) => row.name === 'w:p')
    const text = paragraphs.map((paragraph) => plainText(paragraph).trim()).filter((line) => line !== '')
    texts.set(attribute(note, 'w:id') ?? '', text.join(' '))
  }
  return (id) => texts.get(id) ?? ''
}
