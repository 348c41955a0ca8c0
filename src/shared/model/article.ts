import { z } from 'zod'
import { articleId, personId } from './ids.ts'

/** The steps of an article in the order of the desk; the three after `filed` can be reached from any step. */
export const STATUSES = [
  'draft',
  'desk-edit',
  'fact-check',
  'copy',
  'read-back',
  'standards',
  'legal',
  'ready',
  'approved',
  'filed',
  'returned',
  'held',
  'killed',
] as const
export const status = z.enum(STATUSES)
export type Status = z.infer<typeof status>

/** Milliseconds since 1970, UTC. */
export const instant = z.number().int().min(0)

/** Why an article lies aside (returned, held or killed), and the step that it comes back to. */
export const aside = z.object({
  by: personId,
  at: instant,
  reason: z.string().max(4000),
  /** Of a hold: until when, where somebody said so. */
  until: instant.nullable(),
  resume: status,
})
export type Aside = z.infer<typeof aside>

/** Legal keeps the article from being approved and filed, wherever it stands. */
export const legalHold = z.object({ by: personId, at: instant, reason: z.string().max(2000) })
export type LegalHold = z.infer<typeof legalHold>

/** The correction that the present edition is; open until that edition is filed. */
export const correction = z.object({
  /** 1 for the first of the article. */
  number: z.number().int().min(1),
  reason: z.string().max(2000),
  by: personId,
  at: instant,
})
export type Correction = z.infer<typeof correction>

export const article = z.object({
  id: articleId,
  slug: z.string().max(120),
  /** Words of the headline in the final projection; derived from the text at every save. */
  headline: z.string().max(500),
  desk: z.string().max(80),
  status,
  due: instant.nullable(),
  holderId: personId.nullable(),
  /** The reporter whose story it is; null while nobody has said. */
  authorId: personId.nullable(),
  /** The edition, shown as v7: one more at each re-opening and each correction. */
  version: z.number().int().min(1),
  /** Sequence number of the last stored step; 0 is the imported text. */
  headSeq: z.number().int().min(0),
  /** True from approval until re-opening: no word, claim or source may change. */
  locked: z.boolean(),
  /** While the article is returned, held or killed. */
  aside: aside.nullable(),
  legalHold: legalHold.nullable(),
  correction: correction.nullable(),
  /** Whether this desk has the right to edit; read from the moves of that right (custody.ts). */
  editRight: z.enum(['here', 'away']),
  /** The desk that has it, by name; empty where it is here, or on its way. */
  rightWith: z.string().max(80),
  /** Why nothing of it can be changed here; empty where it can. */
  readOnly: z.string().max(1000),
  importedFrom: z.string().max(260).nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export type Article = z.infer<typeof article>

/** One row of the desk's running order, with its open counts. */
export const articleRow = article.extend({
  openChanges: z.number().int(),
  openMusts: z.number().int(),
  openClaims: z.number().int(),
  blockers: z.number().int(),
  slotsSigned: z.number().int(),
  slotsRequired: z.number().int(),
  textHash: z.string(),
})
export type ArticleRow = z.infer<typeof articleRow>
