import { ROLE_OF_SLOT } from '../model/approval.ts'
import type { Slot } from '../model/approval.ts'
import type { Article, ArticleRow, Status } from '../model/article.ts'
import type { DueGroup } from '../model/desk-list.ts'
import type { Role } from '../model/person.ts'
import type { WorkflowBook } from '../model/workflow-book.ts'

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

/** The steps at which the workflow asks for a role's signature; the approval is signed at the last. */
export function stepsToSign({ steps }: Pick<WorkflowBook, 'steps'>, role: Role): readonly Status[] {
  const signs = (slots: readonly Slot[]) => slots.some((slot) => ROLE_OF_SLOT[slot] === role)
  return steps
    .filter(({ status, signed }) => signs(signed) || (status === 'ready' && signs(['approval'])))
    .map(({ status }) => status)
}
