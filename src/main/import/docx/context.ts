import type { Node } from 'prosemirror-model'
import type { Picture } from '../../../shared/model/interchange.ts'
import type { Relation } from '../../opc/relations.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { Warnings } from '../warnings.ts'
import type { Anchors } from './anchors.ts'
import type { ChangeLog } from './changes.ts'
import type { Moves } from './moves.ts'
import type { Notes } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { WordPackage } from './package.ts'
import type { Payloads } from './payloads.ts'
import type { Styles } from './styles.ts'
import type { Trace } from './trace.ts'

/** What reading a part needs at hand; made once for a file, and anew for its notes. */
export type Reading = {
  readonly pack: WordPackage
  /** Name and text of the part that is read. */
  readonly part: string
  readonly text: string
  /** Of the part that is read. */
  readonly relations: ReadonlyMap<string, Relation>
  readonly styles: Styles
  readonly numbering: Numbering
  readonly footnotes: Notes
  readonly endnotes: Notes
  /** Reads the content of a note; null within one, which holds no other. */
  readonly readNote: ((note: XmlElement, part: 'footnotes' | 'endnotes') => readonly Node[]) | null
  readonly changes: ChangeLog
  readonly moves: Moves
  readonly anchors: Anchors
  /** Pictures found so far, by the SHA-256 of their bytes. */
  readonly images: Map<string, Picture>
  readonly warnings: Warnings
  readonly payloads: Payloads
  /** False for what Stet wrote from nothing: all of its look follows from its text. */
  readonly hasLooks: boolean
  /** Fields that have begun and not ended; they may run over several paragraphs. */
  readonly fields: Field[]
  /** Null where nobody asks which element became what. */
  readonly trace: Trace | null
}

export type Field = { code: string; hasResult: boolean; href: string | null }

/** Under which tracked elements a place of the file stands. */
export type Around = {
  readonly insertion?: XmlElement | undefined
  readonly deletion?: XmlElement | undefined
  readonly href?: string | null
}

/** Goes one element inward; null when the element tracks nothing. */
export function trackedInside(element: XmlElement, around: Around): Around | null {
  switch (element.name) {
    case 'w:ins':
    case 'w:moveTo':
      return { ...around, insertion: element }
    case 'w:del':
    case 'w:moveFrom':
      return { ...around, deletion: element }
    default:
      return null
  }
}
