import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'

/** Words of a query as FTS5 reads them: each quoted, so that nothing in it is an operator, and open at its end. */
function matchEvery(query: string): string | null {
  const words = query.normalize('NFC').match(/[\p{L}\p{N}]+/gu)
  return words === null ? null : words.map((word) => `"${word}"*`).join(' AND ')
}

/**
 * Search over slug, headline and final text. Texts are indexed when somebody searches, not at every save:
 * `stale` names what has to be handed to `index` first.
 */
export function createSearch(db: Database) {
  const stale = db.prepare<[], { id: string }>('SELECT id FROM article WHERE searched_seq <> head_seq')
  const forget = db.prepare('DELETE FROM article_text WHERE article_id = ?')
  const remember = db.prepare(`
    INSERT INTO article_text (article_id, slug, headline, body) SELECT id, slug, headline, ? FROM article WHERE id = ?`)
  const mark = db.prepare('UPDATE article SET searched_seq = head_seq WHERE id = ?')
  const unmark = db.prepare('UPDATE article SET searched_seq = -1 WHERE id = ?')
  const find = db.prepare<[string], { article_id: string }>(
    'SELECT article_id FROM article_text WHERE article_text MATCH ? ORDER BY rank',
  )
  return {
    stale: (): readonly ArticleId[] => stale.all().map((row) => row.id as ArticleId),
    /** `body`: the final text. */
    index: (id: ArticleId, body: string): void => {
      forget.run(id)
      remember.run(body, id)
      mark.run(id)
    },
    /** Call when a slug changed. */
    markStale: (id: ArticleId): void => {
      unmark.run(id)
    },
    /** Ids of articles that hold every word of the query, best first. */
    find: (query: string): readonly ArticleId[] => {
      const match = matchEvery(query)
      return match === null ? [] : find.all(match).map((row) => row.article_id as ArticleId)
    },
  }
}
