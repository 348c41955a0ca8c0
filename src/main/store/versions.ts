import type { Database } from 'better-sqlite3'
import type { Status } from '../../shared/model/article.ts'
import type { ArticleId, LibraryId, PersonId, VersionId } from '../../shared/model/ids.ts'
import type { SavedVersion, VersionKind } from '../../shared/model/version.ts'
import { packSnapshot, unpackSnapshot } from './snapshot-body.ts'

type Row = {
  article_id: string
  id: string
  kind: string
  name: string
  edition: number
  status: string
  person_id: string | null
  origin: string
  at: number
  text_hash: string
  words: number
  parents: string
}

type Packed = { body: Buffer; sha256: string }

/** What goes with a version; both as JSON text. */
export type VersionBodies = {
  readonly document: string
  /** The rows of the review as they stood, for exchange; null where they were not kept. */
  readonly content: string | null
  /** Of the document. */
  readonly schemaVersion: number
}

function toVersion(row: Row): SavedVersion {
  return {
    id: row.id as VersionId,
    articleId: row.article_id as ArticleId,
    kind: row.kind as VersionKind,
    name: row.name,
    edition: row.edition,
    status: row.status as Status,
    personId: row.person_id as PersonId | null,
    origin: row.origin as LibraryId,
    at: row.at,
    textHash: row.text_hash,
    words: row.words,
    parents: JSON.parse(row.parents) as readonly VersionId[],
  }
}

const COLUMNS =
  'article_id, id, kind, name, edition, status, person_id, origin, at, text_hash, words, parents'

const INSERT = `
  INSERT INTO version (article_id, id, position, kind, name, edition, status, person_id, origin, at, text_hash, words,
    parents, document_sha256, content_sha256, content)
  VALUES (:articleId, :id, (SELECT coalesce(max(position), 0) + 1 FROM version WHERE article_id = :articleId), :kind,
    :name, :edition, :status, :personId, :origin, :at, :textHash, :words, :parents, :documentSha256, :contentSha256,
    :content)`

const DOCUMENT = `
  SELECT d.body, d.sha256 FROM version v
  JOIN version_document d ON d.article_id = v.article_id AND d.sha256 = v.document_sha256
  WHERE v.article_id = ? AND v.id = ?`

/** Saved versions of each article: they are added and read. A body that is damaged reads as null. */
export function createVersions(db: Database) {
  const all = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM version WHERE article_id = ? ORDER BY position`,
  )
  const one = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM version WHERE article_id = ? AND id = ?`,
  )
  const insert = db.prepare(INSERT)
  const insertBody = db.prepare(
    'INSERT INTO version_document (article_id, sha256, schema_version, body) VALUES (?, ?, ?, ?)',
  )
  const body = db.prepare<[string, string], Packed>(
    'SELECT body, sha256 FROM version_document WHERE article_id = ? AND sha256 = ?',
  )
  const document = db.prepare<[string, string], Packed>(DOCUMENT)
  const content = db.prepare<[string, string], Packed>(
    'SELECT content AS body, content_sha256 AS sha256 FROM version WHERE article_id = ? AND id = ? AND content IS NOT NULL',
  )
  const signed = db.prepare<[string, string], { id: string }>(
    "SELECT id FROM version WHERE article_id = ? AND kind = 'sign-off' AND text_hash = ? ORDER BY position DESC LIMIT 1",
  )
  const ofText = db.prepare<[string], { article_id: string }>(
    'SELECT DISTINCT article_id FROM version WHERE substr(text_hash, 1, 12) = ?',
  )
  const head = db.prepare<[string], { version_id: string }>(
    'SELECT version_id FROM version_head WHERE article_id = ?',
  )
  const setHead = db.prepare(`
    INSERT INTO version_head (article_id, version_id) VALUES (?, ?)
    ON CONFLICT (article_id) DO UPDATE SET version_id = excluded.version_id`)

  /** Keeps a text once; it is read back and compared before it counts. */
  function keepBody(articleId: ArticleId, json: string, schemaVersion: number): string {
    const packed = packSnapshot(json)
    if (body.get(articleId, packed.sha256)) return packed.sha256
    insertBody.run(articleId, packed.sha256, schemaVersion, packed.body)
    const written = body.get(articleId, packed.sha256)
    if (!written || unpackSnapshot(written) !== json) {
      throw new Error(`A version of article ${articleId} does not read back as it was written`)
    }
    return packed.sha256
  }

  return {
    /** In the order they came into this library. */
    /** Articles with a version whose text hash begins with these 12 digits. */
    articlesOfText: (digits: string): readonly ArticleId[] =>
      ofText.all(digits).map((row) => row.article_id as ArticleId),
    list: (articleId: ArticleId): readonly SavedVersion[] => all.all(articleId).map(toVersion),
    get: (articleId: ArticleId, id: string): SavedVersion | null => {
      const row = one.get(articleId, id)
      return row ? toVersion(row) : null
    },
    /** The newest that was kept for a signature under this text. */
    signed: (articleId: ArticleId, textHash: string): VersionId | null =>
      (signed.get(articleId, textHash)?.id ?? null) as VersionId | null,
    /** The document as JSON text. */
    document: (articleId: ArticleId, id: string): string | null => {
      const packed = document.get(articleId, id)
      return packed ? unpackSnapshot(packed) : null
    },
    /** The rows of the review at that time as JSON text; null too where they were not kept. */
    content: (articleId: ArticleId, id: string): string | null => {
      const packed = content.get(articleId, id)
      return packed ? unpackSnapshot(packed) : null
    },
    append: (
      version: SavedVersion,
      { document: json, content: rows, schemaVersion }: VersionBodies,
    ): void => {
      const documentSha256 = keepBody(version.articleId, json, schemaVersion)
      const packed = rows === null ? null : packSnapshot(rows)
      const parents = JSON.stringify(version.parents)
      const kept = { documentSha256, contentSha256: packed?.sha256 ?? null, content: packed?.body ?? null }
      insert.run({ ...version, parents, ...kept })
    },
    /** What the work goes on from: the newest version made or taken over here. */
    head: (articleId: ArticleId): VersionId | null =>
      (head.get(articleId)?.version_id ?? null) as VersionId | null,
    setHead: (articleId: ArticleId, id: VersionId): void => {
      setHead.run(articleId, id)
    },
  }
}
