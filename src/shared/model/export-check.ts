import type { PersonId } from './ids.ts'
import type { Audience, ExportKind } from './review.ts'

/** What the check of one exported file found; kept also of a file that was thrown away for it. */
export type ExportCheck = {
  readonly kind: ExportKind
  readonly audience: Audience
  /** SHA-256 of the final text it was made of, as hex. */
  readonly textHash: string
  readonly ok: boolean
  /** What was found, in words. */
  readonly words: string
  readonly personId: PersonId
  readonly at: number
}
