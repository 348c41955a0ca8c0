import { STATUSES } from '../../shared/model/article.ts'
import type { Facet, SortKey } from '../../shared/model/desk-list.ts'
import { fold } from './fold.ts'

/** The pieces of SQL that the desk's list is asked with. None holds a value: those are bound. */

const DONE = `status IN ('filed', 'killed')`

/** Place in DUE_GROUPS; `groupOf` of running-order.ts says the same of one row. */
export const DUE_GROUP = `CASE
  WHEN ${DONE} THEN 5 WHEN due IS NULL THEN 4 WHEN due < :today THEN 0 WHEN due < :tomorrow THEN 1
  WHEN due < :saturday THEN 2 WHEN due < :monday THEN 3 ELSE 5 END`

export const BLOCKED_TODAY = `(due < :tomorrow AND blockers > 0 AND locked = 0 AND NOT ${DONE})`

const STATUS_PLACE = `CASE status ${STATUSES.map((status, at) => `WHEN '${status}' THEN ${at}`).join(' ')} END`

/** What needs nobody any more comes last, the latest touched first; all else by when it is due. */
const RUNNING_ORDER = `CASE WHEN ${DONE} THEN 3 WHEN due IS NULL THEN 1 WHEN due < :monday THEN 0 ELSE 2 END,
  CASE WHEN ${DONE} THEN NULL ELSE due END`

/** `place`: of the holder among all names; null where nobody holds it. */
const COLUMNS: Readonly<Record<SortKey, readonly string[]>> = {
  article: ['folded'],
  status: [STATUS_PLACE],
  due: ['due IS NULL', 'due'],
  holder: ['place IS NULL', 'place'],
  touched: ['updated_at'],
  changes: ['open_changes'],
  musts: ['open_musts'],
  claims: ['open_claims'],
  blockers: ['blockers'],
}

/** Ties go to the latest touched. */
export function orderBy(key: SortKey, descending: boolean): string {
  if (key === 'due' && !descending) return `${RUNNING_ORDER}, updated_at DESC, id`
  const columns = COLUMNS[key].map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`)
  return [...columns, 'updated_at DESC', 'id'].join(', ')
}

export function fromClause(key: SortKey): string {
  if (key !== 'holder') return 'FROM article'
  return `FROM article LEFT JOIN (SELECT id AS person, row_number() OVER (ORDER BY fold(name), id) AS place FROM person)
    ON person = holder_id`
}

export function facetClause(facet: Facet): string {
  switch (facet.kind) {
    case 'all':
      return 'TRUE'
    case 'held-by-me':
      return 'holder_id = :me'
    case 'mine-to-sign':
      return `status IN (SELECT value FROM json_each(:steps))
        AND (:everywhere OR desk IN (SELECT value FROM json_each(:desks)))`
    case 'blocked-today':
      return BLOCKED_TODAY
    case 'status':
      return 'status = :status'
    case 'desk':
      return 'desk = :desk'
  }
}

/** A search as SQL and what is bound to it. */
export type SearchClause = { readonly sql: string; readonly bound: Readonly<Record<string, string>> }

/** Words of a query as FTS5 reads them: each quoted, so that nothing in it is an operator, and open at its end. */
function matchEvery(query: string): string | null {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}]+/gu)
  return words === null ? null : words.map((word) => `"${word}"*`).join(' AND ')
}

/** Every word somewhere in headline, slug or text, at its beginning; or all of them anywhere in headline and slug. */
export function searchClause(query: string): SearchClause {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return { sql: 'TRUE', bound: {} }
  const named = words.map((_, at) => `instr(folded, :word${at})`).join(' AND ')
  const bound = Object.fromEntries(words.map((word, at) => [`word${at}`, word]))
  const match = matchEvery(query)
  if (match === null) return { sql: `(${named})`, bound }
  // The plus keeps SQLite from looking each row up by its number: going through the index of the desk once is faster.
  const inText = '+text_row IN (SELECT rowid FROM article_text WHERE article_text MATCH :match)'
  return { sql: `(${inText} OR (${named}))`, bound: { ...bound, match } }
}
