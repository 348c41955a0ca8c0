import type { Database } from 'better-sqlite3'
import { migrations } from './migrations/list.ts'

/** The newest shape this program knows; stored in the file as `user_version`. */
export const NEWEST_VERSION = migrations.at(-1)?.version ?? 0

/**
 * Brings an open database to the newest shape. Each migration is one transaction together with its version
 * number, so that a crash leaves the shape before or the shape after, never one between.
 */
export function migrate(db: Database): void {
  const present = Number(db.pragma('user_version', { simple: true }))
  for (const migration of migrations) {
    if (migration.version <= present) continue
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${migration.version}`)
    }).immediate()
  }
}
