import type { Database } from 'better-sqlite3'
import type { Article, ArticleRow, Status } from '../../shared/model/article.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'

/** The numbers that the desk list shows, worked out from the review at every act. */
export type Derived = Pick<
  ArticleRow,
  'openChanges' | 'openMusts' | 'openClaims' | 'blockers' | 'slotsSigned' | 'slotsRequired' | 'textHash'
>

/** An article with what only main needs to know of it. */
export type StoredArticle = Article & {
  /** Signatures of the approval slot up to this sequence number ended with a re-opening. */
  readonly reopenedThrough: number
}

type Row = {
  id: string
  slug: string
  headline: string
  desk: string
  status: string
  due: number | null
  holder_id: string | null
  author_id: string | null
  version: number
  head_seq: number
  locked: number
  imported_from: string | null
  created_at: number
  updated_at: number
  reopened_through: number
  open_changes: number
  open_musts: number
  open_claims: number
  blockers: number
  slots_signed: number
  slots_required: number
  text_hash: string
}

function toArticle(row: Row): Article {
  return {
    id: row.id as ArticleId,
    slug: row.slug,
    headline: row.headline,
    desk: row.desk,
    status: row.status as Status,
    due: row.due,
    holderId: row.holder_id as PersonId | null,
    authorId: row.author_id as PersonId | null,
    version: row.version,
    headSeq: row.head_seq,
    locked: row.locked === 1,
    importedFrom: row.imported_from,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toArticleRow(row: Row): ArticleRow {
  return {
    ...toArticle(row),
    openChanges: row.open_changes,
    openMusts: row.open_musts,
    openClaims: row.open_claims,
    blockers: row.blockers,
    slotsSigned: row.slots_signed,
    slotsRequired: row.slots_required,
    textHash: row.text_hash,
  }
}

/** The head sequence number is missing on purpose: only a stored step moves it. */
const UPDATE = `
  UPDATE article SET slug = :slug, headline = :headline, desk = :desk, status = :status, due = :due,
    holder_id = :holderId, author_id = :authorId, version = :version, locked = :locked, updated_at = :updatedAt,
    reopened_through = :reopenedThrough
  WHERE id = :id`

const INSERT = `
  INSERT INTO article (id, slug, headline, desk, status, due, holder_id, author_id, version, head_seq, locked,
    imported_from, created_at, updated_at)
  VALUES (:id, :slug, :headline, :desk, :status, :due, :holderId, :authorId, :version, 0, :locked,
    :importedFrom, :createdAt, :updatedAt)`

const DERIVE = `
  UPDATE article SET open_changes = :openChanges, open_musts = :openMusts, open_claims = :openClaims,
    blockers = :blockers, slots_signed = :slotsSigned, slots_required = :slotsRequired, text_hash = :textHash
  WHERE id = :id`

export function createArticles(db: Database) {
  const all = db.prepare<[], Row>('SELECT * FROM article ORDER BY updated_at DESC, id')
  const one = db.prepare<[string], Row>('SELECT * FROM article WHERE id = ?')
  const insert = db.prepare(INSERT)
  const update = db.prepare(UPDATE)
  const derive = db.prepare(DERIVE)
  return {
    /** Latest touched first. */
    list: (): readonly ArticleRow[] => all.all().map(toArticleRow),
    get: (id: string): StoredArticle | null => {
      const row = one.get(id)
      return row ? { ...toArticle(row), reopenedThrough: row.reopened_through } : null
    },
    row: (id: string): ArticleRow | null => {
      const row = one.get(id)
      return row ? toArticleRow(row) : null
    },
    insert: (article: Article): void => {
      const { headSeq: _, ...fields } = article
      insert.run({ ...fields, locked: article.locked ? 1 : 0 })
    },
    update: (article: StoredArticle): void => {
      const { headSeq: _, importedFrom: _from, createdAt: _created, ...fields } = article
      update.run({ ...fields, locked: article.locked ? 1 : 0 })
    },
    saveDerived: (id: ArticleId, derived: Derived): void => {
      derive.run({ ...derived, id })
    },
  }
}
