import type { ArticleRow, Status } from '../../../shared/model/article.ts'
import type { Actor, Role } from '../../../shared/model/person.ts'
import { addDays, longDay, startOfDay } from '../../ui/time.ts'

/** The desk's running order as plain values: which rows, in which groups, in which order. */

export type Facet =
  | { readonly kind: 'all' }
  | { readonly kind: 'held-by-me' }
  | { readonly kind: 'mine-to-sign' }
  | { readonly kind: 'blocked-today' }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'desk'; readonly desk: string }

export type SortKey = 'article' | 'status' | 'due' | 'holder' | 'changes' | 'musts' | 'claims' | 'blockers'
export type Sort = { readonly key: SortKey; readonly descending: boolean }
export type Group = {
  readonly title: string
  readonly rows: readonly ArticleRow[]
  /** How many there are, drawn or not. */
  readonly count: number
}

/** The step at which a role's signature is asked for. */
const STEP_OF_ROLE: Readonly<Partial<Record<Role, Status>>> = {
  desk: 'desk-edit',
  checker: 'fact-check',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approver: 'ready',
}

export function isDone(row: ArticleRow): boolean {
  return row.status === 'filed' || row.status === 'killed'
}

/** Nobody has to act on it: approved or done. */
export function isSettled(row: ArticleRow): boolean {
  return isDone(row) || row.locked
}

export function isBlockedToday(row: ArticleRow, now: number): boolean {
  return row.due !== null && row.due < addDays(now, 1) && row.blockers > 0 && !isSettled(row)
}

export function inFacet(row: ArticleRow, facet: Facet, actor: Actor | null, now: number): boolean {
  switch (facet.kind) {
    case 'all':
      return true
    case 'held-by-me':
      return actor !== null && row.holderId === actor.personId
    case 'mine-to-sign':
      return actor !== null && row.status === STEP_OF_ROLE[actor.role]
    case 'blocked-today':
      return isBlockedToday(row, now)
    case 'status':
      return row.status === facet.status
    case 'desk':
      return row.desk === facet.desk
  }
}

/** Rows whose headline or slug holds every word, and those whose text main found. */
export function matchesQuery(row: ArticleRow, query: string, found: ReadonlySet<string> | null): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 || found?.has(row.id) === true) return true
  const text = `${row.headline} ${row.slug}`.toLocaleLowerCase()
  return words.every((word) => text.includes(word))
}

type NameOf = (personId: string | null) => string

function valueOf(
  row: ArticleRow,
  key: SortKey,
  nameOf: NameOf,
  statuses: readonly Status[],
): string | number {
  switch (key) {
    case 'article':
      return row.headline.toLocaleLowerCase()
    case 'status':
      return statuses.indexOf(row.status)
    case 'due':
      return row.due ?? Number.MAX_SAFE_INTEGER
    case 'holder':
      return nameOf(row.holderId).toLocaleLowerCase()
    case 'changes':
      return row.openChanges
    case 'musts':
      return row.openMusts
    case 'claims':
      return row.openClaims
    case 'blockers':
      return row.blockers
  }
}

export function sortRows(
  rows: readonly ArticleRow[],
  sort: Sort,
  nameOf: NameOf,
  statuses: readonly Status[],
): readonly ArticleRow[] {
  const direction = sort.descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const a = valueOf(one, sort.key, nameOf, statuses)
    const b = valueOf(other, sort.key, nameOf, statuses)
    if (a !== b) return (a < b ? -1 : 1) * direction
    return other.updatedAt - one.updatedAt
  })
}

function isWeekend(at: number): boolean {
  const weekday = new Date(at).getDay()
  return weekday === 0 || weekday === 6
}

/** Monday 00:00 after the weekend that comes next, or that is now. */
function endOfWeekend(now: number): number {
  const weekday = new Date(now).getDay()
  return addDays(now, weekday === 0 ? 1 : 8 - weekday)
}

function groupOf(row: ArticleRow, now: number): number {
  if (isDone(row)) return 5
  if (row.due === null) return 4
  if (row.due < startOfDay(now)) return 0
  if (row.due < addDays(now, 1)) return 1
  if (row.due < endOfWeekend(now)) return isWeekend(row.due) ? 3 : 2
  return 5
}

/** Rows, already sorted by due, under the heads of the running order; empty groups are left out. */
export function groupByDue(rows: readonly ArticleRow[], now: number): readonly Group[] {
  const titles = [
    'Overdue',
    `Due today, ${longDay(now)}`,
    'This week',
    'Weekend',
    'No date yet',
    'Later, or done',
  ]
  return titles
    .map((title, index) =>
      groupNamed(
        title,
        rows.filter((row) => groupOf(row, now) === index),
      ),
    )
    .filter((group) => group.rows.length > 0)
}

export function groupNamed(title: string, rows: readonly ArticleRow[]): Group {
  return { title, rows, count: rows.length }
}

/** The first `limit` rows over all groups; a desk of thousands is drawn as far as it has been scrolled. */
export function firstRows(groups: readonly Group[], limit: number): readonly Group[] {
  let left = limit
  return groups.flatMap((group) => {
    if (left <= 0) return []
    const rows = group.rows.slice(0, left)
    left -= rows.length
    return [{ ...group, rows }]
  })
}
