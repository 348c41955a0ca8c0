import type { Article, ArticleRow, Status } from '../model/article.ts'
import type { DueGroup } from '../model/desk-list.ts'
import type { Role } from '../model/person.ts'

/** When a story is due, and what that means today; in the time zone of this machine. */

/** The midnights that part the running order; milliseconds since 1970. */
export type Calendar = {
  readonly today: number
  readonly tomorrow: number
  /** Of the weekend that comes next, or that is now. */
  readonly saturday: number
  readonly monday: number
}

/** Midnights, not spans of 24 hours: a day may have 23 or 25. */
export function calendarOf(now: number): Calendar {
  const date = new Date(now)
  const midnight = (days: number) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
  const toMonday = date.getDay() === 0 ? 1 : 8 - date.getDay()
  return {
    today: midnight(0),
    tomorrow: midnight(1),
    saturday: midnight(toMonday - 2),
    monday: midnight(toMonday),
  }
}

type Due = Pick<Article, 'status' | 'due'>

export function isDone({ status }: Pick<Article, 'status'>): boolean {
  return status === 'filed' || status === 'killed'
}

/** Nobody has to act on it: approved or done. */
export function isSettled(row: Pick<Article, 'status' | 'locked'>): boolean {
  return isDone(row) || row.locked
}

export function isBlockedToday(
  row: Due & Pick<ArticleRow, 'locked' | 'blockers'>,
  { tomorrow }: Calendar,
): boolean {
  return row.due !== null && row.due < tomorrow && row.blockers > 0 && !isSettled(row)
}

export function groupOf(row: Due, calendar: Calendar): DueGroup {
  if (isDone(row)) return 'later-or-done'
  if (row.due === null) return 'undated'
  if (row.due < calendar.today) return 'overdue'
  if (row.due < calendar.tomorrow) return 'today'
  if (row.due < calendar.saturday) return 'this-week'
  return row.due < calendar.monday ? 'weekend' : 'later-or-done'
}

/** The step at which a role's signature is asked for. */
export const STEP_OF_ROLE: Readonly<Partial<Record<Role, Status>>> = {
  desk: 'desk-edit',
  checker: 'fact-check',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approver: 'ready',
}
