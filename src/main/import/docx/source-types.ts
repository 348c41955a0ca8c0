import type { Node } from 'prosemirror-model'
import type { Xml } from '../../opc/xml-write.ts'
import type { ReadResult } from '../draft.ts'
import type { WordPackage } from './package.ts'
import type { Payload } from './payloads.ts'

/**
 * Something in a paragraph that the text of the review does not hold: a bookmark, a permission, a character of a field
 * that runs over several paragraphs (`point`), or the beginning and the end of what is put around words, as an inline
 * content control is (`open`, `close`).
 */
export type SourcePlace = {
  readonly kind: 'point' | 'open' | 'close'
  /** Name of the element; of a run that of what it holds: `w:bookmarkStart`, `w:sdt`, `w:fldChar`. */
  readonly name: string
  /** Position in the paragraph, as its node counts. Places are in the order of the file. */
  readonly offset: number
  /** What belongs together has one, within the file: both ends of a bookmark, `open` and `close`; null for none. */
  readonly pair: string | null
  /** What is to be written there: the whole element, or its tags and properties as far as its content. */
  readonly xml: Xml
  /** Where it is written, in the text of the part. */
  readonly from: number
  readonly to: number
}

/** A paragraph of the file, as it is written there and as the review got it. */
export type SourceParagraph = {
  /** As the import gave it to the review: of the headline with the style of a headline. */
  readonly node: Node
  /** The whole w:p. */
  readonly xml: Xml
  /** Its first tag, with paraId and all. */
  readonly tag: Xml
  /** Its w:pPr with all that it holds; empty for none. */
  readonly properties: Xml
  readonly places: readonly SourcePlace[]
}

/** One block of the body, as a run of the main part's text that became these blocks of the draft. */
export type SourceUnit = {
  readonly from: number
  readonly to: number
  /** Blocks of the draft; none where only the import's own eyes see it, as an empty line at the end. */
  readonly blocks: readonly Node[]
}

/** A comment of the file, by its w:id. */
export type SourceComment = {
  readonly number: string
  /** Id of the message, and of its thread, in `WordSource.result`. */
  readonly message: string
  readonly thread: string
}

/** A note of the file, by its w:id. */
export type SourceNote = { readonly part: 'footnotes' | 'endnotes'; readonly number: string }

/** What is known of the file that a review began with, when it is written again. */
export type WordSource = {
  readonly pack: WordPackage
  /** Text of the main part, with the addresses of Transitional. */
  readonly text: string
  readonly result: ReadResult
  /** As the import made it; ids of changes and threads are of this reading alone. */
  readonly doc: Node
  readonly units: readonly SourceUnit[]
  /** Of a node in `doc`, be it of the text, of a cell or of a note; null for one that Stet added. */
  readonly paragraph: (node: Node) => SourceParagraph | null
  /** By the node in `doc`. */
  readonly notes: ReadonlyMap<Node, SourceNote>
  readonly comments: readonly SourceComment[]
  /** Slices of the file by the keys of looks and preserved things. */
  readonly payloads: ReadonlyMap<string, Payload>
  /** Where the text of the main part holds a sign-off page of ours. */
  readonly signOff: readonly { readonly from: number; readonly to: number }[]
}
