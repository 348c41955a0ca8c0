import type { Database } from 'better-sqlite3'
import type { Status } from '../../shared/model/article.ts'
import { DUE_GROUPS } from '../../shared/model/desk-list.ts'
import type { DeskList, Facet, FacetCounts, Sort } from '../../shared/model/desk-list.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { Calendar } from '../../shared/rules/running-order.ts'
import { countedOnce } from './counted-once.ts'
import { BLOCKED_TODAY, DUE_GROUP, facetClause, fromClause, orderBy, searchClause } from './desk-order.ts'

/** Whose desk it is, and what is theirs to sign: articles at one of `steps`, on all desks or on those named. */
export type DeskReader = {
  readonly me: PersonId
  readonly steps: readonly Status[]
  readonly desks: 'all' | readonly string[]
}

/** How the list is looked at. */
export type DeskLook = {
  readonly facet: Facet
  readonly sort: Sort
  readonly query: string
  readonly calendar: Calendar
  readonly reader: DeskReader
}

type Filter = Omit<DeskLook, 'sort'>

type GroupCount = DeskList['groups'][number]

type Counted = { desk: string; status: Status; count: number; held: number; blocked: number }

function bindings({ facet, query, calendar, reader }: Filter): Record<string, string | number | null> {
  return {
    ...calendar,
    ...searchClause(query).bound,
    me: reader.me,
    steps: JSON.stringify(reader.steps),
    everywhere: reader.desks === 'all' ? 1 : 0,
    desks: JSON.stringify(reader.desks === 'all' ? [] : reader.desks),
    status: facet.kind === 'status' ? facet.status : null,
    desk: facet.kind === 'desk' ? facet.desk : null,
  }
}

function facetsFrom(counted: readonly Counted[], { steps, desks }: DeskReader): FacetCounts {
  const statuses: Partial<Record<Status, number>> = {}
  const byDesk = new Map<string, number>()
  const counts = { all: 0, heldByMe: 0, mineToSign: 0, blockedToday: 0 }
  for (const { desk, status, count, held, blocked } of counted) {
    counts.all += count
    counts.heldByMe += held
    counts.blockedToday += blocked
    if (steps.includes(status) && (desks === 'all' || desks.includes(desk))) counts.mineToSign += count
    statuses[status] = (statuses[status] ?? 0) + count
    if (desk !== '') byDesk.set(desk, (byDesk.get(desk) ?? 0) + count)
  }
  const named = [...byDesk].map(([desk, count]) => ({ desk, count }))
  return { ...counts, statuses, desks: named.sort((a, b) => a.desk.localeCompare(b.desk)) }
}

/**
 * The desk's list out of narrow indexes (migration 65): which articles match, in which order, and how many stand under
 * each head and filter. Rows themselves are read by id, a window of them. At 10,000 articles: docs/bench-desk.md.
 */
export function createDeskList(db: Database) {
  const facets = db.prepare<[Record<string, unknown>], Counted>(`
    SELECT desk, status, count(*) AS count, coalesce(sum(holder_id = :me), 0) AS held,
      coalesce(sum(${BLOCKED_TODAY}), 0) AS blocked
    FROM article GROUP BY desk, status`)

  const where = ({ facet, query }: Filter) => `WHERE ${facetClause(facet)} AND ${searchClause(query).sql}`

  const groupsOf = countedOnce(db, (filter: Filter): readonly GroupCount[] => {
    const counted = db.prepare<[Record<string, unknown>], { place: number; count: number }>(
      `SELECT ${DUE_GROUP} AS place, count(*) AS count FROM article ${where(filter)} GROUP BY place ORDER BY place`,
    )
    return counted.all(bindings(filter)).flatMap(({ place, count }) => {
      const group = DUE_GROUPS[place]
      return group === undefined ? [] : [{ group, count }]
    })
  })

  const facetsOf = countedOnce(
    db,
    ({ calendar, reader }: Pick<DeskLook, 'calendar' | 'reader'>): FacetCounts =>
      facetsFrom(facets.all({ ...calendar, me: reader.me }), reader),
  )

  return {
    /** Ids of the articles that match, in order: those from a place on. */
    window: (look: DeskLook, from: number, count: number): readonly ArticleId[] => {
      const { key, descending } = look.sort
      const ids = db.prepare<[Record<string, unknown>], { id: string }>(
        `SELECT article.id ${fromClause(key)} ${where(look)} ORDER BY ${orderBy(key, descending)}
        LIMIT :count OFFSET :from`,
      )
      return ids.all({ ...bindings(look), count, from }).map(({ id }) => id as ArticleId)
    },
    /** How many match, by the groups of the running order; groups without any are left out. */
    groups: ({ facet, query, calendar, reader }: Filter): readonly GroupCount[] =>
      groupsOf({ facet, query, calendar, reader }),
    /** Of every filter, whatever is searched for. */
    facets: ({ calendar, reader }: Pick<DeskLook, 'calendar' | 'reader'>): FacetCounts =>
      facetsOf({ calendar, reader }),
  }
}
