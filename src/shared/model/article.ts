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
  /** Counts named or automatic versions; shown as v7. */
  version: z.number().int().min(1),
  /** Sequence number of the last stored step; 0 is the imported text. */
  headSeq: z.number().int().min(0),
  /** True from approval until re-opening: no word, claim or source may change. */
  locked: z.boolean(),
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
