import { deflateSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'
import { digestOf } from '../../src/main/package/digest.ts'
import { readRaw } from '../../src/main/package/raw-rows.ts'

/** What somebody can do to a package who knows its format: through SQL, and with a digest that fits again. */

export function rewrite(bytes: Buffer, edit: (db: Database) => void): Buffer {
  const db = new Sqlite(Buffer.from(bytes))
  try {
    edit(db)
    return Buffer.from(db.serialize())
  } finally {
    db.close()
  }
}

/** As `rewrite`, and signs for it: the digest is of what the file says now. */
export function forge(bytes: Buffer, edit: (db: Database) => void): Buffer {
  return rewrite(bytes, (db) => {
    edit(db)
    digestAnew(db)
  })
}

function digestAnew(db: Database): void {
  try {
    const digest = digestOf(readRaw(db))
    db.prepare("UPDATE manifest SET value = ? WHERE key = 'digest'").run(JSON.stringify(digest))
  } catch {
    // What cannot be read any more has no digest either.
  }
}

type Body = Record<string, unknown>

/** Changes the row of a kind that stands at `place`. */
export function forgeRow(
  bytes: Buffer,
  kind: string,
  place: number,
  change: (body: Body) => unknown,
): Buffer {
  return forge(bytes, (db) => {
    const rows = db
      .prepare<[string], { id: string; body: string }>(
        'SELECT id, body FROM record WHERE kind = ? ORDER BY id',
      )
      .all(kind)
    const row = rows[place % Math.max(1, rows.length)]
    if (!row) throw new Error(`The package holds no ${kind}`)
    const body = change(JSON.parse(row.body) as Body)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    db.prepare('UPDATE record SET body = ? WHERE kind = ? AND id = ?').run(text, kind, row.id)
  })
}

export function forgeManifest(bytes: Buffer, key: string, value: unknown): Buffer {
  return forge(bytes, (db) => {
    db.prepare('INSERT OR REPLACE INTO manifest (key, value) VALUES (?, ?)').run(key, JSON.stringify(value))
  })
}

/** Versions as they stand, changed by hand. */
export function forgeVersions(bytes: Buffer, change: (body: Body, all: readonly string[]) => Body): Buffer {
  return forge(bytes, (db) => {
    const rows = db
      .prepare<[], { id: string; body: string }>('SELECT id, body FROM version ORDER BY id')
      .all()
    const ids = rows.map(({ id }) => id)
    for (const { id, body } of rows) {
      const changed = JSON.stringify(change(JSON.parse(body) as Body, ids))
      db.prepare('UPDATE version SET body = ? WHERE id = ?').run(changed, id)
    }
  })
}

/** Zeros that take a thousandth of their room. */
export function bomb(megabytes: number): Buffer {
  return deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '), { level: 9 })
}

/** JSON of lists in lists. */
export function deep(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels)
}
