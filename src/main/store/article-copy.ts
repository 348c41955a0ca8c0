import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'

/** Rows of one table as SQLite holds them: nothing of them is read. */
export type CopiedTable = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Every row of an article, and what of the library goes with it: plain values that pass to another thread. */
export type ArticleCopy = { readonly tables: readonly CopiedTable[] }

/** Files are copied by name alone, but for these. */
export type CopyWanted = { readonly originals: boolean; readonly pictures: readonly string[] }

/** Rows that are read without a pause, at most: some two milliseconds. */
const SLICE = 1000

type Asked = { readonly articleId: string; readonly from: number; readonly pictures: string }

type Source = { readonly name: string; readonly columns: readonly string[]; readonly select: string }

function columnsOf(db: Database, table: string): readonly string[] {
  const rows = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
  return rows.map(({ name }) => name)
}

function selected(column: string, table: string, { originals }: CopyWanted): string {
  if (column !== 'bytes' || (table === 'original' && originals)) return column
  if (table !== 'picture') return "x'' AS bytes"
  return "iif(sha256 IN (SELECT value FROM json_each(:pictures)), bytes, x'') AS bytes"
}

function sourcesOf(db: Database, wanted: CopyWanted): readonly Source[] {
  const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  return tables.flatMap(({ name }): Source[] => {
    const columns = columnsOf(db, name)
    const what = `SELECT ${columns.map((column) => selected(column, name, wanted)).join(', ')} FROM ${name}`
    const limit = `LIMIT ${SLICE} OFFSET :from`
    if (columns.includes('article_id'))
      return [{ name, columns, select: `${what} WHERE article_id = :articleId ${limit}` }]
    if (name === 'article') return [{ name, columns, select: `${what} WHERE id = :articleId ${limit}` }]
    const isShared = ['person', 'setting', 'picture', 'attachment'].includes(name)
    return isShared ? [{ name, columns, select: `${what} ${limit}` }] : []
  })
}

/**
 * Copies in slices, with a pause wherever the caller makes one. What is written in a pause may be missed: who pauses
 * looks afterwards whether the article still stands as it did.
 */
export function* copyArticle(
  db: Database,
  articleId: ArticleId,
  wanted: CopyWanted,
): Generator<undefined, ArticleCopy> {
  const tables: CopiedTable[] = []
  const pictures = JSON.stringify(wanted.pictures)
  for (const { name, columns, select } of sourcesOf(db, wanted)) {
    const read = db.prepare<[Asked], unknown[]>(select).raw()
    const rows: unknown[][] = []
    for (let from = 0; ; from += SLICE) {
      const slice = read.all({ articleId, from, pictures })
      rows.push(...slice)
      if (slice.length > 0) yield
      if (slice.length < SLICE) break
    }
    tables.push({ name, columns, rows })
  }
  return { tables }
}
