import type { ParagraphSegments } from '../../../../shared/document/segments.ts'
import type { SourceParagraph } from '../../../import/docx/source-types.ts'
import type { Xml } from '../../../opc/xml-write.ts'

/** What the writer of blocks takes over from the file that the review began with. */
export type Kept = {
  /** The whole w:p as the file has it, where the paragraph still says what it said there; else null. */
  verbatim(paragraph: ParagraphSegments): Xml | null
  /**
   * The paragraph of the file that this one was made of, where it has been edited since: its properties, its tag, and
   * the places that go back to where they stood in its text. Null for a paragraph that came with no file.
   */
  source(paragraph: ParagraphSegments): SourceParagraph | null
  /** The slice of the file behind the key of a look or of something preserved. */
  payload(key: string): Xml | undefined
}
