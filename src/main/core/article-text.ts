import type { Node } from 'prosemirror-model'
import { canonicalText } from '../../shared/document/canonical.ts'
import { indexDocument } from '../../shared/document/document-index.ts'
import type { DocumentIndex } from '../../shared/document/document-index.ts'
import { sha256 } from './hash.ts'

/** An article's document at one sequence number, with what is read from it. */
export type ArticleText = {
  readonly doc: Node
  readonly seq: number
  readonly index: DocumentIndex
  readonly textHash: string
}

export function readText(doc: Node, seq: number): ArticleText {
  return { doc, seq, index: indexDocument(doc), textHash: sha256(canonicalText(doc)) }
}
