import Sqlite from 'better-sqlite3'
import type { Database } from 'better-sqlite3'

/** Changes the file of a library as no part of Stet ever does: past its triggers, keys and checks. */

export type Random = (below: number) => number

/** Mulberry32 by Tommy Ettinger, public domain: the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Value = string | number | Buffer | null
type Row = Record<string, Value>
type Column = { readonly name: string; readonly type: string; readonly pk: number }

/** Runs on a connection of its own, to which nothing is forbidden. */
export function outside<T>(path: string, act: (db: Database) => T): T {
  const db = new Sqlite(path)
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  const triggers = db
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  try {
    return act(db)
  } finally {
    db.close()
  }
}

function columnsOf(db: Database, table: string): readonly Column[] {
  return db.prepare<[], Column>(`SELECT name, type, pk FROM pragma_table_info('${table}')`).all()
}

function pick<T>(random: Random, all: readonly T[]): T {
  const one = all[random(all.length)]
  if (one === undefined) throw new Error('Nothing to choose from')
  return one
}

/** The same meaning in another spelling, for what is stored as JSON. */
function respelt(text: string): string | null {
  try {
    return /^[[{]/.test(text) ? JSON.stringify(JSON.parse(text), null, 1) : null
  } catch {
    return null
  }
}

function flippedText(random: Random, text: string): string {
  if (text === '') return 'x'
  const place = random(text.length)
  const other = text.charCodeAt(place) ^ (1 + random(15))
  return text.slice(0, place) + String.fromCharCode(other) + text.slice(place + 1)
}

function flippedBytes(random: Random, bytes: Buffer): Buffer {
  const flipped = Buffer.from(bytes)
  const place = random(flipped.length)
  flipped[place] = (flipped[place] ?? 0) ^ (1 << random(8))
  return flipped
}

function altered(random: Random, value: Value, type: string): Value {
  if (typeof value === 'number') return value + 1 + random(3)
  if (Buffer.isBuffer(value)) return flippedBytes(random, value)
  if (value === null) return type === 'INTEGER' ? 1 : 'x'
  const other = random(3) === 0 ? respelt(value) : null
  return other ?? flippedText(random, value)
}

function keyOf(
  columns: readonly Column[],
  row: Row,
): { readonly sql: string; readonly values: readonly Value[] } {
  const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name)
  return {
    sql: keys.map((name) => `"${name}" = ?`).join(' AND '),
    values: keys.map((name) => row[name] ?? null),
  }
}

function setColumn(db: Database, table: string, row: Row, name: string, value: Value): void {
  const key = keyOf(columnsOf(db, table), row)
  db.prepare(`UPDATE "${table}" SET "${name}" = ? WHERE ${key.sql}`).run(value, ...key.values)
}

function remove(db: Database, table: string, row: Row): void {
  const key = keyOf(columnsOf(db, table), row)
  db.prepare(`DELETE FROM "${table}" WHERE ${key.sql}`).run(...key.values)
}

function insertLike(db: Database, random: Random, table: string, row: Row): string {
  const columns = columnsOf(db, table)
  const key = columns.filter(({ pk, name }) => pk > 0 && name !== 'article_id').at(-1) ?? columns[0]
  if (!key) throw new Error(table)
  const old = row[key.name] ?? null
  const value = typeof old === 'number' ? old + 1000 * random(2) + 50 : `${String(old)}x`
  const copy = {
    ...row,
    [key.name]: value,
    ...(typeof row['id'] === 'string' ? { id: `${row['id']}x` } : {}),
  }
  const names = columns.map(({ name }) => name)
  db.prepare(
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  ).run(...names.map((name) => copy[name as keyof typeof copy] ?? null))
  return `insert a row like ${String(old)} into ${table}`
}

/** One change at random in one table, in words for who reads a failure. Null where nothing fitted. */
export function tamper(db: Database, random: Random, table: string): string | null {
  const rows = db.prepare<[], Row>(`SELECT * FROM "${table}"`).all()
  if (rows.length === 0) return null
  const columns = columnsOf(db, table)
  const row = pick(random, rows)
  const { name, type } = pick(random, columns)
  try {
    switch (pick(random, ['update', 'update', 'flip', 'delete', 'insert', 'swap', 'cut'] as const)) {
      case 'update':
      case 'flip':
        setColumn(db, table, row, name, altered(random, row[name] ?? null, type))
        return `change ${table}.${name} of ${keyOf(columns, row).values.join(' ')}`
      case 'delete':
        remove(db, table, row)
        return `delete ${table} ${keyOf(columns, row).values.join(' ')}`
      case 'insert':
        return insertLike(db, random, table, row)
      case 'swap': {
        const other = pick(random, rows)
        setColumn(db, table, row, name, other[name] ?? null)
        setColumn(db, table, other, name, row[name] ?? null)
        return `swap ${table}.${name} of ${keyOf(columns, row).values.join(' ')} and ${keyOf(columns, other).values.join(' ')}`
      }
      case 'cut': {
        const last = rows.at(-1)
        if (last) remove(db, table, last)
        return `cut the end of ${table}`
      }
    }
  } catch (error) {
    // Two rows of one key, or a text where a number belongs: the file cannot hold it.
    if (error instanceof Sqlite.SqliteError) return null
    throw error
  }
}
