import type { ArticleId } from '../../shared/model/ids.ts'

/** Articles whose rows stay in memory; the one read first goes first. */
const KEPT = 8

/**
 * Rows of an article as they were last read. Sound because one process holds the file and every write of an
 * aggregate goes through its store: each write forgets, and a rolled-back transaction forgets everything.
 */
export type RowCache<T> = {
  get(articleId: ArticleId, read: () => T): T
  forget(articleId: ArticleId): void
}

/** Makes the caches of one database, and empties all of them at once. */
export function createRowCaches() {
  const all: Map<ArticleId, unknown>[] = []
  return {
    create: <T>(): RowCache<T> => {
      const rows = new Map<ArticleId, T>()
      all.push(rows)
      return {
        get: (articleId, read) => {
          const known = rows.get(articleId)
          if (known !== undefined) return known
          const fresh = read()
          const oldest = rows.keys().next().value
          if (rows.size >= KEPT && oldest !== undefined) rows.delete(oldest)
          rows.set(articleId, fresh)
          return fresh
        },
        forget: (articleId) => {
          rows.delete(articleId)
        },
      }
    },
    forget: (articleId: ArticleId): void => {
      for (const rows of all) rows.delete(articleId)
    },
    clear: (): void => {
      for (const rows of all) rows.clear()
    },
  }
}

export type RowCaches = ReturnType<typeof createRowCaches>
