import type { ReadPackage } from '../../../shared/exchange/package.ts'
import type { KeptReport } from '../../store/import-reports.ts'
import type { Plan } from './plan.ts'

/** A package that somebody has looked at. */
export type Previewed = {
  readonly name: string
  readonly read: ReadPackage
  readonly plan: Plan
  readonly words?: string
  /** Of a Word file that comes back: what stays readable from the article. */
  readonly report?: Omit<KeptReport, 'at'>
}
