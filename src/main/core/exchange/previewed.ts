import type { ReadPackage } from '../../../shared/exchange/package.ts'
import type { KeptReport } from '../../store/import-reports.ts'
import type { Looked } from './looked.ts'

/** A package that somebody has looked at. */
export type Previewed = {
  readonly name: string
  readonly read: ReadPackage
  /** What they were shown (`shownOf`). */
  readonly shown: string
  /** What was found then; null where that was forgotten, and is worked out again. */
  readonly looked: Looked | null
  readonly words?: string
  /** Of a Word file that comes back: what stays readable from the article. */
  readonly report?: Omit<KeptReport, 'at'>
}
