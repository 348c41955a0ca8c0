import type { ParagraphSegments, Segment, SegmentObject } from '../../../shared/document/segments.ts'
import type { Emphasis } from '../../import/docx/styles.ts'
import type { Xml } from '../../opc/xml-write.ts'
import type { WordContent } from './content.ts'
import type { ListNumbers } from './numbering.ts'
import type { Numbers } from './numbers.ts'
import type { Kept } from './patch/kept.ts'
import type { PartRelations } from './relations.ts'
import type { StyleNames } from './style-names.ts'

/** Marks of ranges between runs and paragraphs: of comments and of moves. */
export type Markers = {
  readonly before: (segment: Segment) => Xml
  readonly after: (segment: Segment) => Xml
  /** Inside the paragraph, where a range begins with its ¶. */
  readonly beforeMark: (paragraph: ParagraphSegments) => Xml
  /** After the paragraph, where a range ends with its ¶. */
  readonly afterMark: (paragraph: ParagraphSegments) => Xml
}

/** Objects of which a run holds a reference. */
export type RunObject = Exclude<SegmentObject, { readonly kind: 'preserved' }>

/** What writing one part needs at hand. */
export type Writing = {
  readonly content: WordContent
  readonly numbers: Numbers
  readonly lists: ListNumbers
  readonly markers: Markers
  /** Names of those whose changes are written; they are gathered as it goes. */
  readonly authors: Set<string>
  readonly relations: PartRelations
  /** What a run holds of a picture or a note. */
  readonly object: (object: RunObject, relations: PartRelations) => Xml
  /** The Word style of body text in this part; null for Word's Normal. */
  readonly bodyStyle: string | null
  /** The name of this part in the package. */
  readonly part: string
  readonly names: StyleNames
  /** What the style of the paragraph that is written gives its words. */
  readonly emphasis: Emphasis
  /** What the file still says that the review began with; null where there is none. */
  readonly kept: Kept | null
}
