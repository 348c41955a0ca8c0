import type { ArticleId } from '../../shared/model/ids.ts'
import { canonicalJson } from '../../shared/rules/canonical-json.ts'
import type { Store } from '../store/open-store.ts'
import { sha256 } from './hash.ts'

/** What an act did to one row, by its digests; null where there was, or is, none. */
export type Difference = {
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** One kind of row that is sealed. */
export type SealedKind = {
  readonly kind: string
  /** Looks now, and answers what is different by then. */
  watch(store: Store, articleId: ArticleId): () => readonly Difference[]
  /** Of all rows there are, by id. */
  digests(store: Store, articleId: ArticleId): ReadonlyMap<string, string>
}

type Rows<T> = {
  readonly kind: string
  /** Where rows are kept in memory they are the same objects as long as nothing was written. */
  readonly rows: (store: Store, articleId: ArticleId) => readonly T[]
  readonly id: (row: T) => string
  /** What is sealed of it. */
  readonly content: (row: T, store: Store, articleId: ArticleId) => unknown
}

function isSame<T>(a: T | undefined, b: T | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

/** Ids of rows that are not the same in both. Looks closely only where an object is another one. */
function differing<T>(id: (row: T) => string, before: readonly T[], after: readonly T[]): readonly string[] {
  const moved = (rows: readonly T[], others: readonly T[]) =>
    rows.filter((row, place) => others[place] !== row).map((row) => [id(row), row] as const)
  const was = new Map(moved(before, after))
  const is = new Map(moved(after, before))
  return [...new Set([...was.keys(), ...is.keys()])].filter((one) => !isSame(was.get(one), is.get(one)))
}

/** A kind whose rows are looked at one by one. */
export function rowsOf<T>({ kind, rows, id, content }: Rows<T>): SealedKind {
  const digest = (row: T, store: Store, articleId: ArticleId) =>
    sha256(canonicalJson(content(row, store, articleId)))
  return {
    kind,
    watch: (store, articleId) => {
      const before = rows(store, articleId)
      return () => {
        const after = rows(store, articleId)
        const ids = differing(id, before, after)
        if (ids.length === 0) return []
        const was = new Map(before.map((row) => [id(row), row]))
        const is = new Map(after.map((row) => [id(row), row]))
        const digestIn = (all: ReadonlyMap<string, T>, one: string): string | null => {
          const row = all.get(one)
          return row === undefined ? null : digest(row, store, articleId)
        }
        return ids.map((one) => ({ id: one, before: digestIn(was, one), after: digestIn(is, one) }))
      }
    },
    digests: (store, articleId) =>
      new Map(rows(store, articleId).map((row) => [id(row), digest(row, store, articleId)])),
  }
}

/** A kind of few values that are digests, or as good as one, already. */
export function digestsOf(
  kind: string,
  read: (store: Store, articleId: ArticleId) => ReadonlyMap<string, string>,
): SealedKind {
  return {
    kind,
    watch: (store, articleId) => {
      const before = new Map(read(store, articleId))
      return () => {
        const after = read(store, articleId)
        const ids = [...new Set([...before.keys(), ...after.keys()])]
        return ids
          .filter((id) => before.get(id) !== after.get(id))
          .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
      }
    },
    digests: read,
  }
}
