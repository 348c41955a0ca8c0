import { bomb, deep, forge, forgeManifest, forgeRow, forgeVersions, rewrite } from './package-edits.ts'

/** Ways to spoil a package, each by a stream of numbers, so that a seed names every one of them. */

export type Pick = (below: number) => number
export type Mutation = (bytes: Buffer, pick: Pick) => Buffer

/** Mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function picks(seed: number): Pick {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const PAGE = 4096

function copyWith(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

function pageOf(bytes: Buffer, place: number): Buffer {
  return bytes.subarray(place * PAGE, (place + 1) * PAGE)
}

/** Bytes that are wrong, as a disk, a mail program or a careless hand makes them. */
export const DAMAGE: Readonly<Record<string, Mutation>> = {
  'one bit': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      const at = pick(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << pick(8))
    }),
  'some bytes': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      for (let left = pick(60) + 1; left > 0; left -= 1) copy[pick(copy.length)] = pick(256)
    }),
  'a byte of the header': (bytes, pick) => copyWith(bytes, (copy) => (copy[pick(100)] = pick(256))),
  'cut short': (bytes, pick) => bytes.subarray(0, pick(bytes.length)),
  'cut at a page': (bytes, pick) => bytes.subarray(0, PAGE * pick(bytes.length / PAGE)),
  'with more behind it': (bytes, pick) => Buffer.concat([bytes, Buffer.alloc(pick(9000) + 1, pick(256))]),
  'two pages swapped': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      const [one, other] = [pick(copy.length / PAGE), pick(copy.length / PAGE)]
      pageOf(bytes, one).copy(copy, other * PAGE)
      pageOf(bytes, other).copy(copy, one * PAGE)
    }),
  'a page of zeros': (bytes, pick) =>
    copyWith(bytes, (copy) => pageOf(copy, pick(copy.length / PAGE)).fill(0)),
  'a page twice': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      pageOf(bytes, pick(bytes.length / PAGE)).copy(copy, pick(bytes.length / PAGE) * PAGE)
    }),
  'a log beside it': (bytes) => copyWith(bytes, (copy) => copy.fill(2, 18, 20)),
  'a letter in a text': (bytes, pick) =>
    rewrite(bytes, (db) => {
      const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM record').get()?.n ?? 1
      const sql = 'SELECT kind, id, body FROM record ORDER BY kind, id LIMIT 1 OFFSET ?'
      const row = db.prepare<[number], { kind: string; id: string; body: string }>(sql).get(pick(count))
      if (!row) return
      const at = pick(row.body.length)
      const body = `${row.body.slice(0, at)}${String.fromCharCode(32 + pick(90))}${row.body.slice(at + 1)}`
      db.prepare('UPDATE record SET body = ? WHERE kind = ? AND id = ?').run(body, row.kind, row.id)
    }),
  'a row less': (bytes, pick) =>
    rewrite(bytes, (db) => {
      const table = ['manifest', 'record', 'version', 'blob'][pick(4)] ?? 'record'
      const key = { manifest: 'key', record: 'id', version: 'id', blob: 'sha256' }[table]
      const sql = `DELETE FROM ${table} WHERE ${key} = (SELECT ${key} FROM ${table} LIMIT 1 OFFSET ?)`
      const count = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 1
      db.prepare(sql).run(pick(count))
    }),
}

const SCHEMAS = [
  'CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END',
  'CREATE VIEW v AS SELECT load_extension(body) FROM record',
  'CREATE VIRTUAL TABLE f USING fts5(body)',
  'CREATE TABLE more (a TEXT) STRICT',
  'CREATE INDEX i ON record (body)',
  'ALTER TABLE record ADD COLUMN more TEXT',
  'ALTER TABLE manifest RENAME TO other',
  'DROP TABLE blob',
  'PRAGMA user_version = 90',
  'PRAGMA application_id = 7',
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'record'",
  'PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2',
  "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 2, 'CREATE TABLE x (a)')",
]

const BODIES: readonly ((body: Record<string, unknown>) => unknown)[] = [
  (body) => ({ ...body, more: 1 }),
  (body) => Object.fromEntries(Object.entries(body).slice(1)),
  (body) => Object.fromEntries(Object.keys(body).map((key) => [key, null])),
  (body) => ({ ...body, id: 'another' }),
  (body) => ({ ...body, __proto__: { polluted: true }, constructor: 1 }),
  () => deep(100),
  () => deep(200_000),
  () => '{"id":"\\ud800"}',
  () => '',
  () => 'null',
  () => `"${'x'.repeat(3_000_000)}"`,
  () => `[${'1,'.repeat(1_000_000)}1]`,
]

const KINDS = [
  'thread',
  'claim',
  'change',
  'source',
  'log-event',
  'sign-off',
  'article',
  'person',
  'waiver',
  'anchor',
]

/** By a knowing hand, with a digest that fits; none of them may be taken. */
export const FORGERY: Readonly<Record<string, Mutation>> = {
  'another schema': (bytes, pick) =>
    forge(bytes, (db) => {
      db.unsafeMode()
      db.exec(SCHEMAS[pick(SCHEMAS.length)] ?? '')
    }),
  'a row of another shape': (bytes, pick) => {
    const change = BODIES[pick(BODIES.length)] ?? (() => null)
    return forgeRow(bytes, KINDS[pick(KINDS.length)] ?? 'thread', pick(50), change)
  },
  'a log event with other words': (bytes, pick) =>
    forgeRow(bytes, 'log-event', pick(50), (body) => ({ ...body, summary: 'Nothing happened.' })),
  'a signature of somebody else': (bytes) =>
    forgeRow(bytes, 'sign-off', 0, (body) => ({ ...body, typedName: 'Petra Sund' })),
  'a log without an event': (bytes, pick) =>
    forge(bytes, (db) => {
      const sql = `DELETE FROM record WHERE kind = 'log-event' AND id =
        (SELECT id FROM record WHERE kind = 'log-event' ORDER BY id LIMIT 1 OFFSET ?)`
      const count = db
        .prepare<[], { n: number }>("SELECT count(*) AS n FROM record WHERE kind = 'log-event'")
        .get()
      db.prepare(sql).run(pick(count?.n ?? 1))
    }),
  'versions in a circle': (bytes) =>
    forgeVersions(bytes, (body, all) => ({ ...body, parents: all.slice(-1) })),
  'a version without its parent': (bytes) => forgeVersions(bytes, (body) => ({ ...body, parents: ['gone'] })),
  'a version of another text': (bytes) =>
    forgeVersions(bytes, (body) => ({ ...body, textHash: '0'.repeat(64) })),
  'another article': (bytes) => forgeManifest(bytes, 'articleId', 'another'),
  'a head that is missing': (bytes) => forgeManifest(bytes, 'head', 'another'),
  'an unknown key': (bytes) => forgeManifest(bytes, 'more', 'and more'),
  'a newer format': (bytes) => forgeManifest(bytes, 'readableBy', 7),
  'a text that fills the memory': (bytes, pick) =>
    forge(bytes, (db) =>
      db.prepare("UPDATE blob SET bytes = ? WHERE kind = 'document'").run(bomb(33 + pick(40))),
    ),
  'a text in place of another': (bytes) =>
    forge(bytes, (db) => db.prepare("UPDATE blob SET bytes = ? WHERE kind = 'document'").run(bomb(1))),
  'a file in place of another': (bytes) =>
    forge(bytes, (db) =>
      db.prepare("UPDATE blob SET bytes = ? WHERE kind = 'file'").run(Buffer.from('other')),
    ),
  'a blob of an unknown kind': (bytes) =>
    forge(bytes, (db) => db.prepare("UPDATE blob SET kind = 'text/html' WHERE kind = 'file'").run()),
  'a file that is too large': (bytes) =>
    forge(bytes, (db) => db.prepare("UPDATE blob SET bytes = zeroblob(26000000) WHERE kind = 'file'").run()),
  'text that is no text': (bytes, pick) =>
    forge(bytes, (db) => {
      const sql = "UPDATE record SET body = CAST(x'7b22ff' || CAST(body AS BLOB) AS TEXT) WHERE kind = ?"
      db.prepare(sql).run(KINDS[pick(KINDS.length)])
    }),
  'a row under another kind': (bytes) =>
    forge(bytes, (db) => db.prepare("UPDATE record SET kind = 'poll' WHERE kind = 'thread'").run()),
  'nobody in it': (bytes) =>
    forge(bytes, (db) => db.prepare("DELETE FROM record WHERE kind = 'person'").run()),
  'a claim whose source is gone': (bytes) =>
    forge(bytes, (db) => db.prepare("DELETE FROM record WHERE kind = 'source'").run()),
}
