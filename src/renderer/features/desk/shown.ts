import type { ArticleRow } from '../../../shared/model/article.ts'
import type { DeskList, Facet, Sort } from '../../../shared/model/desk-list.ts'

/** What the window knows of the list: counts of all of it, and the rows that were looked at. */

/** How the list is looked at. */
export type Look = { readonly facet: Facet; readonly sort: Sort; readonly query: string }

export type Shown = Omit<DeskList, 'rows' | 'from'> & {
  readonly look: Look
  /** By their place among all that match. */
  readonly rows: ReadonlyMap<number, ArticleRow>
}

/** Places from the first on, and before the second. */
export type Places = { readonly from: number; readonly to: number }

export function sameFacet(one: Facet, other: Facet): boolean {
  if (one.kind === 'status' && other.kind === 'status') return one.status === other.status
  if (one.kind === 'desk' && other.kind === 'desk') return one.desk === other.desk
  return one.kind === other.kind
}

export function sameLook(one: Look, other: Look): boolean {
  const sameSort = one.sort.key === other.sort.key && one.sort.descending === other.sort.descending
  return sameSort && one.query === other.query && sameFacet(one.facet, other.facet)
}

export function holdsAll({ rows, total }: Shown, { from, to }: Places): boolean {
  for (let at = from; at < Math.min(to, total); at += 1) if (!rows.has(at)) return false
  return true
}

/** `before`: rows that are still true; null where they may have moved. */
export function shownFrom(told: DeskList, look: Look, before: Shown | null): Shown {
  const { rows, from, ...counts } = told
  const kept = before?.total === told.total ? before.rows : []
  const came = rows.map((row, offset): [number, ArticleRow] => [from + offset, row])
  return { ...counts, look, rows: new Map([...kept, ...came]) }
}

/** Where an article stands, if its row was looked at; else null. */
export function placeOf({ rows }: Shown, articleId: string | null): number | null {
  for (const [at, row] of rows) if (row.id === articleId) return at
  return null
}
