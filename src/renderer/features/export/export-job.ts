import type { Exported } from '../../../shared/contract.ts'
import type { ExportKind } from '../../../shared/model/review.ts'

/** One file that was asked for, and how far it has come. */
export type ExportJob = {
  readonly kind: ExportKind
  readonly outcome:
    | { readonly kind: 'running' }
    | { readonly kind: 'done'; readonly file: Exported }
    | { readonly kind: 'refused'; readonly message: string }
}
