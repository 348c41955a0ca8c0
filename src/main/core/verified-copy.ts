import type { Verified } from '../../shared/model/finding.ts'

/** A file that is kept under the hash of its bytes. */
export type FileToCheck = {
  readonly kind: 'picture' | 'attachment' | 'original'
  /** As people know it. */
  readonly name: string
  readonly sha256: string
}

/** What a check of the rows found, and which files are to be held against their hashes yet. */
export type VerifiedCopy = { readonly verified: Verified; readonly files: readonly FileToCheck[] }
