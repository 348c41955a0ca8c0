import type { Database, Statement as Prepared } from 'better-sqlite3'

/** What was written, in the order in which it was: each run names its statement by its place, and has its values. */
export type Written = {
  readonly statements: readonly string[]
  readonly runs: readonly (readonly [number, readonly unknown[]])[]
}

export const NOTHING_WRITTEN: Written = { statements: [], runs: [] }

type Statement = Prepared

const CONTROL = /^\s*(BEGIN|COMMIT|ROLLBACK)/i
const UPDATE = /^\s*UPDATE\b/i
const NAMED = /:(\w+)/g

function isNamed(param: unknown): param is Readonly<Record<string, unknown>> {
  return typeof param === 'object' && param !== null && !ArrayBuffer.isView(param)
}

/** With values in the order of the places: a caller may hand over more than is asked for. */
function valuesOf(names: readonly string[], params: readonly unknown[]): readonly unknown[] {
  const [named] = params
  return isNamed(named) ? names.map((name) => named[name]) : params
}

/**
 * Remembers every write that the statements of `db` make from now on, so that the same can be done to another database
 * that stands as this one did.
 */
export function recordWrites(db: Database): Written {
  const statements: string[] = []
  const runs: (readonly [number, readonly unknown[]])[] = []
  const prepare = db.prepare.bind(db) as (sql: string) => Statement
  const recording = (sql: string): Statement => {
    const statement = prepare(sql)
    if (statement.readonly || CONTROL.test(sql)) return statement
    const run = statement.run.bind(statement)
    const names = [...sql.matchAll(NAMED)].map(([, name = '']) => name)
    const place = statements.push(sql.replaceAll(NAMED, '?')) - 1
    const isUpdate = UPDATE.test(sql)
    statement.run = (...params: unknown[]) => {
      const ran = run(...params)
      // What changed nothing here changes nothing there.
      if (!isUpdate || ran.changes > 0) runs.push([place, valuesOf(names, params)])
      return ran
    }
    return statement
  }
  db.prepare = recording as Database['prepare']
  return { statements, runs }
}

/** Texts do not count before they were read back. */
const READ_BACK = [
  {
    of: /^\s*INSERT INTO version_document\b/,
    read: 'SELECT body FROM version_document WHERE article_id = ? AND sha256 = ?',
  },
  {
    of: /^\s*INSERT INTO document_snapshot\b/,
    read: 'SELECT body FROM document_snapshot WHERE article_id = ? AND seq = ?',
  },
] as const

/** A body is kept under the first two of its values. */
function checkBody(read: Statement, values: readonly unknown[]): void {
  const row = read.get(values[0], values[1]) as { readonly body: Buffer } | undefined
  const body = values.find((value) => value instanceof Uint8Array)
  if (!row || !body || !row.body.equals(body)) throw new Error('A text does not read back as it was written')
}

/** Does to `db` what was done to another, inside the caller's transaction. */
export function createReplay(db: Database): (written: Written) => void {
  const known = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement = known.get(sql) ?? db.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  return ({ statements, runs }) => {
    const prepared = statements.map((sql) => {
      const check = READ_BACK.find(({ of }) => of.test(sql))
      return { sql, read: check ? prepare(check.read) : null }
    })
    for (const [place, values] of runs) {
      const one = prepared[place]
      if (!one) throw new Error('A write names no statement')
      prepare(one.sql).run(...values)
      if (one.read) checkBody(one.read, values)
    }
  }
}
