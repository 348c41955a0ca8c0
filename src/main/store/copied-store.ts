import type { Database } from 'better-sqlite3'
import type { ArticleCopy } from './article-copy.ts'
import { openInMemory } from './database.ts'
import { createStore } from './open-store.ts'
import type { Store } from './open-store.ts'
import { recordWrites } from './recorded-writes.ts'
import type { Written } from './recorded-writes.ts'

/** A store over the copy of one article, in memory, and everything that was written to it. */
export type CopiedStore = { readonly store: Store; readonly written: Written }

/**
 * Rows go in as they are: what was changed outside may break every rule, and has to be found rather than refused. The
 * rules stand again for what is written afterwards.
 */
function fill(db: Database, { tables }: ArticleCopy): void {
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  db.pragma('ignore_check_constraints = ON')
  db.exec(`BEGIN; ${triggers.map(({ name }) => `DROP TRIGGER ${name};`).join(' ')}`)
  for (const { name, columns, rows } of tables) {
    const places = columns.map(() => '?').join(', ')
    const insert = db.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`)
    for (const row of rows) insert.run(...row)
  }
  db.exec(`${triggers.map(({ sql }) => `${sql};`).join('\n')} COMMIT`)
  db.pragma('ignore_check_constraints = OFF')
}

/** Of other articles nothing is known in it: that what is named is there is asked where the writes are done again. */
export function openCopy(copy: ArticleCopy): CopiedStore {
  const db = openInMemory()
  db.pragma('foreign_keys = OFF')
  fill(db, copy)
  const written = recordWrites(db)
  return { store: createStore(db), written }
}
