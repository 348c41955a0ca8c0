import type { Node } from 'prosemirror-model'
import { canonicalText } from '../../shared/document/canonical.ts'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import type { PlacedIndex } from '../../shared/document/index/document-index.ts'
import { sha256 } from './hash.ts'

/** An article's document at one sequence number, with what is read from it. */
export type ArticleText = {
  readonly doc: Node
  readonly seq: number
  readonly index: PlacedIndex
  readonly textHash: string
}

/** `before`: the text that this one was edited from, so that only what differs is read. */
export function readText(doc: Node, seq: number, before?: ArticleText): ArticleText {
  return { doc, seq, index: indexDocument(doc, before?.index), textHash: sha256(canonicalText(doc)) }
}
