import type { Database } from 'better-sqlite3'

/**
 * Keeps the last answer of a count while the same is asked and nothing was written: only this connection writes, and
 * `total_changes` grows with every row it does. Not for counts inside a transaction, which may be undone.
 */
export function countedOnce<Asked, Counts>(
  db: Database,
  count: (asked: Asked) => Counts,
): (asked: Asked) => Counts {
  const writes = db.prepare<[], { count: number }>('SELECT total_changes() AS count')
  let last: { readonly key: string; readonly counts: Counts } | null = null
  return (asked) => {
    const key = `${writes.get()?.count ?? 0} ${JSON.stringify(asked)}`
    if (last?.key !== key) last = { key, counts: count(asked) }
    return last.counts
  }
}
