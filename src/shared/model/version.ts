import { z } from 'zod'
import { sha256 } from './approval.ts'
import { instant, status } from './article.ts'
import { articleId, libraryId, personId, versionId } from './ids.ts'

/** Why a text was kept. */
export const VERSION_KINDS = [
  'import',
  'transition',
  'sign-off',
  'hand-over',
  'received',
  'merge',
  'named',
  'restore',
] as const
export const versionKind = z.enum(VERSION_KINDS)
export type VersionKind = z.infer<typeof versionKind>

/** Of a name that a person gives. */
export const MAX_VERSION_NAME = 200

/**
 * A text as it once stood, frozen with its cause. It has no number of its own: people call it by its name, its time
 * and its hash; v1, v2… are editions of the article, of which each may have many of these.
 */
export const savedVersion = z.object({
  id: versionId,
  articleId,
  kind: versionKind,
  /** The cause in words: "Moved to Fact-check", or as typed. */
  name: z.string().min(1).max(MAX_VERSION_NAME),
  edition: z.number().int().min(1),
  /** Of the article, when it was kept. */
  status,
  /** Null where nobody did it: two texts that were merged. */
  personId: personId.nullable(),
  /** The library it was made in. */
  origin: libraryId,
  at: instant,
  /** Of the final text; two versions of one hash read the same. */
  textHash: sha256,
  words: z.number().int().min(0),
  /** The versions it came out of: none for the first, one as a rule, two or more for a merge. */
  parents: z.array(versionId).max(64).readonly(),
})
export type SavedVersion = z.infer<typeof savedVersion>
