import { isListed, MOST_LISTED_CHANGES } from '../../../shared/change-register.ts'
import type { ChangeRegister } from '../../../shared/change-register.ts'
import { counted } from './labels.ts'
import type { ReportChange } from './report-changes.ts'

/** Why the register of changes is not printed, and where they stand instead; empty where it is printed. */
export function withoutRegister(changes: readonly ReportChange[], wanted: ChangeRegister = 'auto'): string {
  const count = changes.length
  if (count === 0 || isListed(count, wanted)) return ''
  const why = wanted === 'never' ? 'as it was asked for' : `as it is longer than ${MOST_LISTED_CHANGES}`
  const open = changes.some(({ state }) => state === 'open') ? 'the open ones stand in the redline, and ' : ''
  const list = `The list of ${counted(count, 'change', 'changes')} was left out, ${why}`
  return `${list}: ${open}all of them, with authors and times, in the data within this file.`
}
