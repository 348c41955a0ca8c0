import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { ImportReport } from '../../shared/model/import-report.ts'

type Row = { name: string; at: number; came_in: string; warnings: string }

function toReport({ name, at, came_in, warnings }: Row): ImportReport {
  return {
    name,
    at,
    cameIn: JSON.parse(came_in) as ImportReport['cameIn'],
    warnings: JSON.parse(warnings) as ImportReport['warnings'],
  }
}

/** What came in with the files of an article: added and read, and nothing else. */
export function createImportReports(db: Database) {
  const all = db.prepare<[string], Row>(
    'SELECT name, at, came_in, warnings FROM import_report WHERE article_id = ? ORDER BY seq',
  )
  const insert = db.prepare(`
    INSERT INTO import_report (article_id, seq, name, at, came_in, warnings)
    VALUES (:articleId, 1 + (SELECT coalesce(max(seq), 0) FROM import_report WHERE article_id = :articleId), :name,
      :at, :cameIn, :warnings)`)
  return {
    /** The first file first. */
    list: (articleId: ArticleId): readonly ImportReport[] => all.all(articleId).map(toReport),
    append: (articleId: ArticleId, { name, at, cameIn, warnings }: ImportReport): void => {
      insert.run({
        articleId,
        name: name.slice(0, 260),
        at,
        cameIn: JSON.stringify(cameIn),
        warnings: JSON.stringify(warnings),
      })
    },
  }
}
