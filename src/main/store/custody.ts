import type { Database } from 'better-sqlite3'
import type { CustodyMove } from '../../shared/model/custody.ts'
import type { ArticleId, LibraryId, PersonId } from '../../shared/model/ids.ts'

type Row = {
  id: string
  kind: string
  library: string
  library_name: string
  person_id: string | null
  at: number
  after_ids: string
  reason: string
}

function toMove(row: Row): CustodyMove {
  return {
    id: row.id,
    kind: row.kind as CustodyMove['kind'],
    library: row.library as LibraryId,
    libraryName: row.library_name,
    personId: row.person_id as PersonId | null,
    at: row.at,
    after: JSON.parse(row.after_ids) as readonly string[],
    reason: row.reason,
  }
}

/** Moves of the right to edit: they are added and read, and nothing else. */
export function createCustody(db: Database) {
  const all = db.prepare<[string], Row>('SELECT * FROM custody_move WHERE article_id = ? ORDER BY at, id')
  const insert = db.prepare(`
    INSERT INTO custody_move (article_id, id, kind, library, library_name, person_id, at, after_ids, reason)
    VALUES (:articleId, :id, :kind, :library, :libraryName, :personId, :at, :afterIds, :reason)`)
  return {
    list: (articleId: ArticleId): readonly CustodyMove[] => all.all(articleId).map(toMove),
    append: (articleId: ArticleId, move: CustodyMove): void => {
      const { after, ...fields } = move
      insert.run({ ...fields, articleId, afterIds: JSON.stringify(after) })
    },
  }
}
