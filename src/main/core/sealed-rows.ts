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
  readonly watch: (store: Store, articleId: ArticleId) => () => readonly Difference[]
  /** Of all rows there are, by id. */
  readonly digests: (store: Store, articleId: ArticleId) => ReadonlyMap<string, string>
}

type Rows<T> = {
  readonly kind: string
  /** Where rows are kept in memory they are the same objects as long as nothing was written. */
  readonly rows: (store: Store, articleId: ArticleId) => readonly T[]
  readonly id: (row: T) => string
  /** What is sealed of it. */
  readonly content: (row: T, store: Store, articleId: ArticleId) => unknown
}

/** How rows were spelt when they were compared last. None is ever changed, only replaced by another. */
const spelt = new WeakMap<object, string>()

function spellingOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return JSON.stringify(row) ?? ''
  const known = spelt.get(row)
  if (known !== undefined) return known
  const spelling = JSON.stringify(row)
  spelt.set(row, spelling)
  return spelling
}

function isSame<T>(a: T | undefined, b: T | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && spellingOf(a) === spellingOf(b))
}

type Pair<T> = { readonly id: string; readonly was: T | undefined; readonly is: T | undefined }

/** Rows by id that do not stand where they stood as the same object. Looks at nothing else: there may be thousands. */
function moved<T>(id: (row: T) => string, rows: readonly T[], others: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place]
    if (row !== undefined && row !== others[place]) found.set(id(row), row)
  }
  return found
}

function differing<T>(id: (row: T) => string, before: readonly T[], after: readonly T[]): readonly Pair<T>[] {
  const was = moved(id, before, after)
  const is = moved(id, after, before)
  if (was.size === 0 && is.size === 0) return []
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((one) => ({ id: one, was: was.get(one), is: is.get(one) }))
    .filter((pair) => !isSame(pair.was, pair.is))
}

/** A kind whose rows are looked at one by one. */
export function rowsOf<T>({ kind, rows, id, content }: Rows<T>): SealedKind {
  const digest = (row: T, store: Store, articleId: ArticleId) =>
    sha256(canonicalJson(content(row, store, articleId)))
  return {
    kind,
    watch: (store, articleId) => {
      const before = rows(store, articleId)
      const digestOf = (row: T | undefined) => (row === undefined ? null : digest(row, store, articleId))
      return () =>
        differing(id, before, rows(store, articleId)).map((pair) => ({
          id: pair.id,
          before: digestOf(pair.was),
          after: digestOf(pair.is),
        }))
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
