import type { Exported } from '../../../shared/contract.ts'
import type { ExportKind } from '../../../shared/model/review.ts'

/** One file that was asked for, and how far it has come. */
export type ExportJob = {
  readonly kind: ExportKind
  readonly outcome:
    /** Files are made one after the other. */
    | { readonly kind: 'waiting' }
    /** By its job it can be ended; null for a package, which is made at once. */
    | { readonly kind: 'running'; readonly job: string | null }
    | { readonly kind: 'done'; readonly file: Exported }
    | { readonly kind: 'refused'; readonly message: string }
    /** Somebody ended it; no half of a file is left. */
    | { readonly kind: 'cancelled' }
}

export function isUnderWay({ outcome }: ExportJob): boolean {
  return outcome.kind === 'waiting' || outcome.kind === 'running'
}
