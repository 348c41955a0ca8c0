import type { Database } from 'better-sqlite3'
import type { ArticleId, PersonId, SourceId } from '../../shared/model/ids.ts'
import type {
  Attestation,
  Grade,
  OnRecord,
  Source,
  SourceFile,
  SourceKind,
} from '../../shared/model/source.ts'
import type { RowCaches } from './row-cache.ts'

type Row = {
  id: string
  kind: string
  title: string
  grade: string
  grade_reason: string
  origin: string
  locator: string
  url: string
  accessed_at: number | null
  medium: string
  period: string
  direct_knowledge: number
  on_record: string
  in_text: string
  file_sha256: string | null
  file_name: string | null
  file_size: number | null
  file_at: number | null
  supplied_by: string | null
  attested_by: string | null
  attested_at: number | null
  attested_reason: string | null
  created_by: string
  created_at: number
  updated_at: number
}

function toAttestation(row: Row): Attestation | null {
  if (row.attested_by === null || row.attested_at === null || row.attested_reason === null) return null
  return { by: row.attested_by as PersonId, at: row.attested_at, reason: row.attested_reason }
}

function toFile({
  file_sha256: sha256,
  file_name: name,
  file_size: size,
  file_at: at,
}: Row): SourceFile | null {
  return sha256 === null || name === null || size === null || at === null ? null : { sha256, name, size, at }
}

function toSource(row: Row): Source {
  return {
    id: row.id as SourceId,
    kind: row.kind as SourceKind,
    title: row.title,
    grade: row.grade as Grade,
    gradeReason: row.grade_reason,
    origin: row.origin,
    locator: row.locator,
    url: row.url,
    accessedAt: row.accessed_at,
    medium: row.medium,
    period: row.period,
    directKnowledge: row.direct_knowledge === 1,
    onRecord: row.on_record as OnRecord,
    inText: row.in_text,
    suppliedBy: row.supplied_by as PersonId | null,
    file: toFile(row),
    attestation: toAttestation(row),
    createdBy: row.created_by as PersonId,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

const SAVE = `
  INSERT INTO source (article_id, id, position, kind, title, grade, origin, locator, url, accessed_at, medium, period,
    direct_knowledge, on_record, supplied_by, attested_by, attested_at, attested_reason, grade_reason, in_text,
    file_sha256, file_name, file_size, file_at, created_by, created_at, updated_at)
  VALUES (:articleId, :id, (SELECT coalesce(max(position), 0) + 1 FROM source WHERE article_id = :articleId),
    :kind, :title, :grade, :origin, :locator, :url, :accessedAt, :medium, :period, :directKnowledge, :onRecord,
    :suppliedBy, :attestedBy, :attestedAt, :attestedReason, :gradeReason, :inText, :fileSha256, :fileName, :fileSize,
    :fileAt, :createdBy, :createdAt, :updatedAt)
  ON CONFLICT (article_id, id) DO UPDATE SET kind = excluded.kind, title = excluded.title, grade = excluded.grade,
    origin = excluded.origin, locator = excluded.locator, url = excluded.url, accessed_at = excluded.accessed_at,
    medium = excluded.medium, period = excluded.period, direct_knowledge = excluded.direct_knowledge,
    on_record = excluded.on_record, supplied_by = excluded.supplied_by, attested_by = excluded.attested_by,
    attested_at = excluded.attested_at, attested_reason = excluded.attested_reason,
    grade_reason = excluded.grade_reason, in_text = excluded.in_text, file_sha256 = excluded.file_sha256,
    file_name = excluded.file_name, file_size = excluded.file_size, file_at = excluded.file_at,
    updated_at = excluded.updated_at`

export function createSources(db: Database, caches: RowCaches) {
  const cache = caches.create<readonly Source[]>()
  const all = db.prepare<[string], Row>('SELECT * FROM source WHERE article_id = ? ORDER BY created_at, id')
  const save = db.prepare(SAVE)
  const others = db.prepare<[string], Row & { article_id: string; slug: string; headline: string }>(`
    SELECT source.*, article.slug, article.headline FROM source JOIN article ON article.id = source.article_id
    WHERE source.article_id <> ? ORDER BY source.updated_at DESC`)
  return {
    /** In the order they were made, which is the same on every desk. */
    list: (articleId: ArticleId): readonly Source[] =>
      cache.get(articleId, () => all.all(articleId).map(toSource)),
    /** Those of all other articles, the one changed last first. */
    elsewhere: (articleId: ArticleId) =>
      others.all(articleId).map((row) => ({
        articleId: row.article_id as ArticleId,
        slug: row.slug,
        headline: row.headline,
        source: toSource(row),
      })),
    /** Inserts, or replaces what is said of a known one. */
    save: (articleId: ArticleId, source: Source): void => {
      const { attestation, file, ...fields } = source
      cache.forget(articleId)
      save.run({
        ...fields,
        articleId,
        directKnowledge: source.directKnowledge ? 1 : 0,
        attestedBy: attestation?.by ?? null,
        attestedAt: attestation?.at ?? null,
        attestedReason: attestation?.reason ?? null,
        fileSha256: file?.sha256 ?? null,
        fileName: file?.name ?? null,
        fileSize: file?.size ?? null,
        fileAt: file?.at ?? null,
      })
    },
  }
}
