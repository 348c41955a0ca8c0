import Sqlite from 'better-sqlite3'

/**
 * Trees whose branches meet again: a page points two hundred times to the next one, sixteen levels deep (SQLite follows twenty). To walk it takes
 * 200^16 steps, and every page by itself is right. https://sqlite.org/fileformat2.html#b_tree_pages
 */

const PAGE = 4096
const LEVELS = 16
const BRANCHES = 200

const INTERIOR_INDEX = 2
const INTERIOR_TABLE = 5
const LEAF_INDEX = 10
const LEAF_TABLE = 13

/** A page from `start` on, each of whose cells (child, then `payload`) leads to page `child`. */
function branchingPage(kind: number, child: number, payload: readonly number[], start: number): Buffer {
  const page = Buffer.alloc(PAGE)
  const size = 4 + payload.length
  page[start] = kind
  page.writeUInt16BE(BRANCHES, start + 3)
  page.writeUInt16BE(PAGE - BRANCHES * size, start + 5)
  page.writeUInt32BE(child, start + 8)
  for (let cell = 0; cell < BRANCHES; cell += 1) {
    const at = PAGE - (cell + 1) * size
    page.writeUInt16BE(at, start + 12 + 2 * cell)
    page.writeUInt32BE(child, at)
    page.set(payload, at + 4)
  }
  return page
}

/** With one cell: SQLite takes a page without any for damaged. */
function leafPage(kind: number, cell: readonly number[]): Buffer {
  const page = Buffer.alloc(PAGE)
  page[0] = kind
  page.writeUInt16BE(1, 3)
  page.writeUInt16BE(PAGE - cell.length, 5)
  page.writeUInt16BE(PAGE - cell.length, 8)
  page.set(cell, PAGE - cell.length)
  return page
}

function withPages(bytes: Buffer, root: number, kind: number, payload: readonly number[]): Buffer {
  const first = bytes.length / PAGE + 1
  const start = root === 1 ? 100 : 0
  const more = Array.from({ length: LEVELS }, (_, level) =>
    branchingPage(kind, first + level + 1, payload, 0),
  )
  const leaf = leafPage(kind === INTERIOR_TABLE ? LEAF_TABLE : LEAF_INDEX, payload)
  const all = Buffer.concat([bytes, ...more, leaf])
  const page = branchingPage(kind, first, payload, start)
  page.copy(all, (root - 1) * PAGE + start, start)
  all.writeUInt32BE(all.length / PAGE, 28)
  return all
}

/** In the table that SQLite reads first of all. */
export function endlessSchema(bytes: Buffer): Buffer {
  return withPages(bytes, 1, INTERIOR_TABLE, [1])
}

/** In the rows of the review. */
export function endlessRows(bytes: Buffer): Buffer {
  const db = new Sqlite(Buffer.from(bytes))
  const sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'record'"
  const root = db.prepare<[], { rootpage: number }>(sql).get()?.rootpage ?? 2
  db.close()
  return withPages(bytes, root, INTERIOR_INDEX, [4, 4, 8, 8, 8])
}
