import type { ParagraphProperties } from '../../../../shared/document/attributes.ts'
import type { ParagraphSegments, RowSegments } from '../../../../shared/document/segments.ts'
import type { SourceParagraph } from '../../../import/docx/source-types.ts'
import type { Styles } from '../../../import/docx/styles.ts'
import type { Xml } from '../../../opc/xml-write.ts'

/** A slice of the file, and where it may stand: `src/main/import/docx/payloads.ts`. */
export type KeptSlice = {
  readonly xml: Xml
  readonly place: 'run' | 'line' | 'block' | 'properties'
  /** The part whose relations it names. */
  readonly part: string
}

/** What the writer of blocks takes over from the file that the review began with. */
export type Kept = {
  /** The whole w:p as the file has it, where the paragraph still says what it said there; else null. */
  verbatim(paragraph: ParagraphSegments): Xml | null
  /** The whole w:tbl, likewise. */
  table(rows: readonly RowSegments[]): Xml | null
  /** Whether a table that is written anew stands in the place of one of the file. */
  isOfFile(rows: readonly RowSegments[]): boolean
  /**
   * The paragraph of the file that this one was made of, where it has been edited since: its properties, its tag, and
   * the places that go back to where they stood in its text. Null for a paragraph that came with no file.
   */
  source(paragraph: ParagraphSegments): SourceParagraph | null
  /** What stands behind the key of a look or of something preserved. */
  payload(key: string): KeptSlice | undefined
  /** As what the paragraphs of the file with this look were read: what its style, list and alignment mean. */
  readAs(look: string): readonly ParagraphProperties[]
  /** The w:sectPr that this paragraph ends; null for none. */
  section(paragraph: ParagraphSegments): Xml | null
  readonly styles: Styles
}
