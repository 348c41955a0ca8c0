import type { Audience, ExportKind } from './review.ts'

/** A Word file that may have been made here and edited elsewhere, as plain values. */

/** How a remark of a comment is called in the file; empty where it has no such name. */
export type RemarkNames = { readonly paraId: string; readonly durableId: string }

/** What a Word file of ours says of itself (main/word/custom-part.ts). A hint, and never believed. */
export type CopyMark = {
  readonly articleId: string
  readonly versionId: string
  readonly libraryId: string
  readonly audience: Audience
  readonly kind: ExportKind
  readonly textHash: string
  readonly messages: readonly (RemarkNames & { readonly id: string; readonly threadId: string })[]
}

/** Of what a file is a copy, as far as it tells. */
export type CopyOrigin = {
  readonly mark: CopyMark | null
  /** First 12 hex digits of the hash of the text that it was made from; null for none. */
  readonly textHash: string | null
}
