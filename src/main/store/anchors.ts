import type { Database } from 'better-sqlite3'
import type { Quote } from '../../shared/document/quotes/quote.ts'
import type { AnchorMark, Attachment, StoredAnchor } from '../../shared/model/anchor.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

export type { StoredAnchor } from '../../shared/model/anchor.ts'

type Row = {
  mark: AnchorMark
  id: string
  quotes: string
  attachment: Attachment
  confirmed_by: string | null
  confirmed_at: number | null
}

function toAnchor(row: Row): StoredAnchor {
  return {
    mark: row.mark,
    id: row.id,
    quotes: JSON.parse(row.quotes) as readonly Quote[],
    attachment: row.attachment,
    confirmedBy: row.confirmed_by as PersonId | null,
    confirmedAt: row.confirmed_at,
  }
}

const SAVE = `
  INSERT INTO anchor (article_id, mark, id, quotes, attachment, confirmed_by, confirmed_at)
  VALUES (:articleId, :mark, :id, :quotes, :attachment, :confirmedBy, :confirmedAt)
  ON CONFLICT (article_id, mark, id) DO UPDATE SET quotes = excluded.quotes, attachment = excluded.attachment,
    confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`

/** What anchors of an article last held on to, and how sure their places are. */
export function createAnchors(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly StoredAnchor[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM anchor WHERE article_id = ? ORDER BY mark, id')
  const save = db.prepare(SAVE)
  const list = (articleId: ArticleId): readonly StoredAnchor[] =>
    cache.get(articleId, () => all.all(articleId).map(toAnchor))
  return {
    list,
    get: (articleId: ArticleId, mark: AnchorMark, id: string): StoredAnchor | null =>
      list(articleId).find((anchor) => anchor.mark === mark && anchor.id === id) ?? null,
    save: (articleId: ArticleId, anchor: StoredAnchor): void => {
      cache.forget(articleId)
      save.run({ ...anchor, articleId, quotes: JSON.stringify(anchor.quotes) })
    },
  }
}
