import { STATUSES } from '../../src/shared/model/article.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import { DUE_GROUPS } from '../../src/shared/model/desk-list.ts'
import type { SortKey } from '../../src/shared/model/desk-list.ts'
import { groupOf, isBlockedToday, isDone } from '../../src/shared/rules/running-order.ts'
import type { DeskLook } from '../../src/main/store/desk-list.ts'
import { fold } from '../../src/main/store/fold.ts'

/** The desk's list worked out in plain code over all rows, to compare with what the database answers. */

type Value = string | number
type NameOf = (personId: string) => string

export function inFacet(row: ArticleRow, { facet, calendar, reader }: DeskLook): boolean {
  switch (facet.kind) {
    case 'all':
      return true
    case 'held-by-me':
      return row.holderId === reader.me
    case 'mine-to-sign':
      return reader.steps.includes(row.status) && (reader.desks === 'all' || reader.desks.includes(row.desk))
    case 'blocked-today':
      return isBlockedToday(row, calendar)
    case 'status':
      return row.status === facet.status
    case 'desk':
      return row.desk === facet.desk
  }
}

/** Every word at the beginning of some word of headline, slug or text; or anywhere in headline and slug. */
export function isFound(row: ArticleRow, text: string, query: string): boolean {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const name = fold(`${row.headline} ${row.slug}`)
  if (words.every((word) => name.includes(word))) return true
  const known = `${name} ${fold(text)}`.split(/[^\p{L}\p{N}]+/u)
  const asked = fold(query).match(/[\p{L}\p{N}]+/gu) ?? []
  return asked.length > 0 && asked.every((word) => known.some((one) => one.startsWith(word)))
}

function valuesOf(row: ArticleRow, key: SortKey, { nameOf }: { readonly nameOf: NameOf }): readonly Value[] {
  switch (key) {
    case 'article':
      return [fold(`${row.headline} ${row.slug}`)]
    case 'status':
      return [STATUSES.indexOf(row.status)]
    case 'due':
      return [row.due === null ? 1 : 0, row.due ?? 0]
    case 'holder':
      return [row.holderId === null ? 1 : 0, row.holderId === null ? '' : fold(nameOf(row.holderId))]
    case 'touched':
      return [row.updatedAt]
    case 'changes':
      return [row.openChanges]
    case 'musts':
      return [row.openMusts]
    case 'claims':
      return [row.openClaims]
    case 'blockers':
      return [row.blockers]
  }
}

function compare(one: readonly Value[], other: readonly Value[]): number {
  for (const [at, value] of one.entries()) {
    const against = other[at] ?? 0
    if (value !== against) return value < against ? -1 : 1
  }
  return 0
}

/** Group by group; in each by what is due, and what is done by the latest touch. */
function runningOrder(row: ArticleRow, { calendar }: DeskLook): readonly Value[] {
  const group = DUE_GROUPS.indexOf(groupOf(row, calendar))
  return isDone(row) ? [group, 1, 0] : [group, 0, row.due ?? 0]
}

export function ordered(rows: readonly ArticleRow[], look: DeskLook, nameOf: NameOf): readonly ArticleRow[] {
  const { key, descending } = look.sort
  const isRunning = key === 'due' && !descending
  const by = (row: ArticleRow) => (isRunning ? runningOrder(row, look) : valuesOf(row, key, { nameOf }))
  const direction = descending ? -1 : 1
  return [...rows].sort((one, other) => {
    const order = compare(by(one), by(other)) * direction
    return order || other.updatedAt - one.updatedAt || (one.id < other.id ? -1 : 1)
  })
}
