import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { ImportReport } from '../../shared/model/import-report.ts'
import type { ThreadAudience } from '../../shared/model/thread.ts'

type Row = {
  name: string
  at: number
  came_in: string
  warnings: string
  brought: string | null
  audience: ThreadAudience
}

/** With who may read it. */
export type KeptReport = ImportReport & { readonly audience: ThreadAudience }

function toReport({ name, at, came_in, warnings, brought, audience }: Row): KeptReport {
  return {
    name,
    at,
    cameIn: JSON.parse(came_in) as ImportReport['cameIn'],
    warnings: JSON.parse(warnings) as ImportReport['warnings'],
    brought: brought === null ? null : (JSON.parse(brought) as ImportReport['brought']),
    audience,
  }
}

/** What came in with the files of an article: added and read, and nothing else. */
export function createImportReports(db: Database) {
  const all = db.prepare<[string], Row>(
    'SELECT name, at, came_in, warnings, brought, audience FROM import_report WHERE article_id = ? ORDER BY seq',
  )
  const insert = db.prepare(`
    INSERT INTO import_report (article_id, seq, name, at, came_in, warnings, brought, audience)
    VALUES (:articleId, 1 + (SELECT coalesce(max(seq), 0) FROM import_report WHERE article_id = :articleId), :name,
      :at, :cameIn, :warnings, :brought, :audience)`)
  return {
    /** The first file first. */
    list: (articleId: ArticleId): readonly KeptReport[] => all.all(articleId).map(toReport),
    append: (articleId: ArticleId, report: KeptReport): void => {
      const { name, at, cameIn, warnings, brought, audience } = report
      insert.run({
        articleId,
        name: name.slice(0, 260),
        at,
        cameIn: JSON.stringify(cameIn),
        warnings: JSON.stringify(warnings),
        brought: brought === null ? null : JSON.stringify(brought),
        audience,
      })
    },
  }
}
