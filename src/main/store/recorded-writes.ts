import type { Database, Statement as Prepared } from 'better-sqlite3'

/** What was written: a statement with its parameters, in the order in which it was run. */
export type Written = { readonly sql: string; readonly params: readonly unknown[] }

type Statement = Prepared<unknown[]>

const CONTROL = /^\s*(BEGIN|COMMIT|ROLLBACK)/i

function isNamed(param: unknown): param is Readonly<Record<string, unknown>> {
  return typeof param === 'object' && param !== null && !ArrayBuffer.isView(param)
}

/** A caller may hand over more than is asked for; only what is asked for travels. */
function asked(sql: string): (params: readonly unknown[]) => readonly unknown[] {
  const names = [...sql.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  return (params) =>
    params.map((param) =>
      isNamed(param) ? Object.fromEntries(names.map((name) => [name, param[name]])) : param,
    )
}

/**
 * Remembers every write that the statements of `db` make from now on, so that the same can be done to another database
 * that stands as this one did.
 */
export function recordWrites(db: Database): readonly Written[] {
  const written: Written[] = []
  const prepare = db.prepare.bind(db) as (sql: string) => Statement
  const recording = (sql: string): Statement => {
    const statement = prepare(sql)
    if (statement.readonly || CONTROL.test(sql)) return statement
    const run = statement.run.bind(statement)
    const askedOf = asked(sql)
    statement.run = (...params: unknown[]) => {
      written.push({ sql, params: askedOf(params) })
      return run(...params)
    }
    return statement
  }
  db.prepare = recording as Database['prepare']
  return written
}

/** Texts do not count before they were read back. */
const READ_BACK = [
  {
    of: /^\s*INSERT INTO version_document\b/,
    read: 'SELECT body FROM version_document WHERE article_id = ? AND sha256 = ?',
    keys: ([articleId, sha256]: readonly unknown[]) => [articleId, sha256],
    body: (params: readonly unknown[]) => params[3],
  },
  {
    of: /^\s*INSERT INTO document_snapshot\b/,
    read: 'SELECT body FROM document_snapshot WHERE article_id = ? AND seq = ?',
    keys: ([named]: readonly unknown[]) => (isNamed(named) ? [named['articleId'], named['seq']] : []),
    body: ([named]: readonly unknown[]) => (isNamed(named) ? named['body'] : null),
  },
] as const

function isSame(stored: Buffer | undefined, body: unknown): boolean {
  return stored !== undefined && body instanceof Uint8Array && stored.equals(body)
}

/** Does to `db` what was done to another, inside the caller's transaction. */
export function createReplay(db: Database): (written: readonly Written[]) => void {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return (written) => {
    for (const { sql, params } of written) {
      prepare(sql).run(...params)
      const check = READ_BACK.find(({ of }) => of.test(sql))
      if (!check) continue
      const row = prepare(check.read).get(...check.keys(params)) as { body: Buffer } | undefined
      if (!isSame(row?.body, check.body(params))) {
        throw new Error('A text does not read back as it was written')
      }
    }
  }
}
