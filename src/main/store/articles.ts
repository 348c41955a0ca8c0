import type { Database } from 'better-sqlite3'
import type { Article, ArticleRow, Status } from '../../shared/model/article.ts'
import { standingOf, standingRow } from './article-standing.ts'
import type { StandingRow } from './article-standing.ts'
import type { ArticleId, PersonId } from '../../shared/model/ids.ts'

/** The numbers that the desk list shows, worked out from the review at every act. */
export type Derived = Pick<
  ArticleRow,
  'openChanges' | 'openMusts' | 'openClaims' | 'blockers' | 'slotsSigned' | 'slotsRequired' | 'textHash'
>

/** An article as main works on it. */
export type StoredArticle = Article

type Row = StandingRow & {
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
  edit_right: string
  right_with: string
  read_only: string
  imported_from: string | null
  created_at: number
  updated_at: number
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
    ...standingOf(row),
    editRight: row.edit_right as Article['editRight'],
    rightWith: row.right_with,
    readOnly: row.read_only,
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
    aside_by = :asideBy, aside_at = :asideAt, aside_reason = :asideReason, aside_until = :asideUntil,
    aside_resume = :asideResume, hold_by = :holdBy, hold_at = :holdAt, hold_reason = :holdReason,
    correction_number = :correctionNumber, correction_reason = :correctionReason, correction_by = :correctionBy,
    correction_at = :correctionAt, edit_right = :editRight, right_with = :rightWith, read_only = :readOnly
  WHERE id = :id`

const INSERT = `
  INSERT INTO article (id, slug, headline, desk, status, due, holder_id, author_id, version, head_seq, locked,
    edit_right, right_with, read_only, imported_from, created_at, updated_at)
  VALUES (:id, :slug, :headline, :desk, :status, :due, :holderId, :authorId, :version, 0, :locked,
    :editRight, :rightWith, :readOnly, :importedFrom, :createdAt, :updatedAt)`

const DERIVE = `
  UPDATE article SET open_changes = :openChanges, open_musts = :openMusts, open_claims = :openClaims,
    blockers = :blockers, slots_signed = :slotsSigned, slots_required = :slotsRequired, text_hash = :textHash
  WHERE id = :id`

/** As migration 65 does for those that were there before. */
const REFOLD = `
  UPDATE article SET folded = fold(headline || ' ' || slug)
  WHERE id = ? AND folded <> fold(headline || ' ' || slug)`

export function createArticles(db: Database) {
  const one = db.prepare<[string], Row>('SELECT * FROM article WHERE id = ?')
  const insert = db.prepare(INSERT)
  const refold = db.prepare(REFOLD)
  const update = db.prepare(UPDATE)
  const derive = db.prepare(DERIVE)

  function save(article: StoredArticle): void {
    const { headSeq: _, importedFrom: _from, createdAt: _created, ...kept } = article
    const { aside: _aside, legalHold: _hold, correction: _correction, ...fields } = kept
    update.run({ ...fields, ...standingRow(article), locked: article.locked ? 1 : 0 })
    refold.run(article.id)
  }

  return {
    get: (id: string): StoredArticle | null => {
      const row = one.get(id)
      return row ? toArticle(row) : null
    },
    row: (id: string): ArticleRow | null => {
      const row = one.get(id)
      return row ? toArticleRow(row) : null
    },
    insert: (article: Article): void => {
      const { headSeq: _, aside: _aside, legalHold: _hold, correction: _correction, ...fields } = article
      insert.run({ ...fields, locked: article.locked ? 1 : 0 })
      refold.run(article.id)
      if (article.aside || article.legalHold || article.correction) save(article)
    },
    update: save,
    saveDerived: (id: ArticleId, derived: Derived): void => {
      derive.run({ ...derived, id })
    },
  }
}
