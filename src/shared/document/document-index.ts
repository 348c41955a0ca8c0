import type { Node } from 'prosemirror-model'
import type { ChangeKind } from '../model/change.ts'

/** A stretch of the document, in ProseMirror positions. */
export type Range = { readonly from: number; readonly to: number }

/** One open tracked change as the document holds it; all places that carry its id. */
export type ChangeEntry = {
  readonly id: string
  readonly author: string
  readonly kind: ChangeKind
  /** In text order; a changed ¶ counts as the position range of its closing token. */
  readonly ranges: readonly Range[]
  readonly inserted: string
  readonly deleted: string
  /** For `format` and `paragraph`: what changed, in words ("bold", "body to heading"). Else empty. */
  readonly description: string
  /** Shared by a deletion and the insertion by the same author that directly follows it: one card. */
  readonly groupId: string
}

/** All places of one comment or claim. */
export type AnchorEntry = {
  readonly id: string
  readonly ranges: readonly Range[]
  /** Words in the final projection, places joined by " … "; empty when all of them are deleted. */
  readonly words: string
}

export type DocumentIndex = {
  /** Open changes in text order. */
  readonly changes: readonly ChangeEntry[]
  /** In the order of the text. */
  readonly comments: ReadonlyMap<string, AnchorEntry>
  readonly claims: ReadonlyMap<string, AnchorEntry>
  /** Words of the final projection. */
  readonly words: number
  /** Final words of the first paragraph of each style; empty when there is none. */
  readonly headline: string
  readonly byline: string
}

export type IndexDocument = (doc: Node) => DocumentIndex
