import type { Exported } from '../../../shared/contract.ts'
import type { Audience, ExportKind } from '../../../shared/model/review.ts'

/** How the text stood that a file was made of. */
export type Standing = { readonly textHash: string; readonly approved: boolean }

/** For whom a file was made, and of what; null where that is not known. */
export type MadeOf = { readonly audience: Audience; readonly standing: Standing | null }

/** One file that was asked for, and how far it has come. */
export type ExportJob = {
  readonly kind: ExportKind
  readonly outcome:
    /** Files are made one after the other. */
    | { readonly kind: 'waiting' }
    /** By its job it can be ended; null for a package, which is made at once. */
    | { readonly kind: 'running'; readonly job: string | null }
    /** `of`: where it stays in the list while the choices above it, or the text, are changed. */
    | { readonly kind: 'done'; readonly file: Exported; readonly of?: MadeOf }
    | { readonly kind: 'refused'; readonly message: string }
    /** Somebody ended it; no half of a file is left. */
    | { readonly kind: 'cancelled' }
}

export function isUnderWay({ outcome }: ExportJob): boolean {
  return outcome.kind === 'waiting' || outcome.kind === 'running'
}
