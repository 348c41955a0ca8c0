import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/ids.ts'

/**
 * The full-text index over slug, headline and final text; desk-order.ts asks it. Texts are not indexed at every save:
 * `stale` names what has to be handed to `index`.
 */
export function createSearch(db: Database) {
  const stale = db.prepare<[number], { id: string }>(
    'SELECT id FROM article WHERE searched_seq <> head_seq LIMIT ?',
  )
  const waiting = db.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM article WHERE searched_seq <> head_seq',
  )
  const number = db.prepare(`
    UPDATE article SET text_row = (SELECT coalesce(max(text_row), 0) + 1 FROM article)
    WHERE id = ? AND text_row IS NULL`)
  const forget = db.prepare(
    'DELETE FROM article_text WHERE rowid = (SELECT text_row FROM article WHERE id = ?)',
  )
  const remember = db.prepare(`
    INSERT INTO article_text (rowid, slug, headline, body)
    SELECT text_row, slug, headline, ? FROM article WHERE id = ?`)
  const mark = db.prepare('UPDATE article SET searched_seq = head_seq WHERE id = ?')
  const unmark = db.prepare('UPDATE article SET searched_seq = -1 WHERE id = ?')
  return {
    /** The first so many articles whose text the index does not know as it stands. */
    stale: (most: number): readonly ArticleId[] => stale.all(most).map((row) => row.id as ArticleId),
    /** How many those are. */
    waiting: (): number => waiting.get()?.count ?? 0,
    /** Inside a transaction. `body`: the final text. */
    index: (id: ArticleId, body: string): void => {
      number.run(id)
      forget.run(id)
      remember.run(body, id)
      mark.run(id)
    },
    /** Call when a slug changed. */
    markStale: (id: ArticleId): void => {
      unmark.run(id)
    },
  }
}
