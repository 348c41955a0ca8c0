import { z } from 'zod'
import { instant } from '../model/article.ts'
import { articleId, conflictId, libraryId } from '../model/ids.ts'
import { audience, reviewState, warning } from '../model/review.ts'
import { exported, jobId } from './articles.ts'
import { bytes, fileName, none } from './parts.ts'

/**
 * Why a package was made. `hand-over`: the right to edit goes with it. `marks`: a colleague is asked for marks, and the
 * right stays. `copy`: to be read or kept.
 */
export const PURPOSES = ['hand-over', 'marks', 'copy'] as const
const purpose = z.enum(PURPOSES)
export type Purpose = z.infer<typeof purpose>

/** How what a package holds stands to what is here. */
const RELATIONS = ['new', 'nothing-new', 'taken-over', 'merged', 'read-only'] as const
export type Relation = (typeof RELATIONS)[number]

const amount = z.number().int().min(0)

/** How many rows are new here, or say something else than here. */
const brings = z.object({
  changes: amount,
  comments: amount,
  /** Messages in comments. */
  replies: amount,
  claims: amount,
  sources: amount,
  waivers: amount,
  /** On changes. */
  decisions: amount,
  signOffs: amount,
  versions: amount,
  logEvents: amount,
  people: amount,
  files: amount,
})
export type Brings = z.infer<typeof brings>

/** Two sides of one thing, in words, of which neither can be taken for the other. */
const conflictInWords = z.object({ what: z.string(), one: z.string(), other: z.string() })
export type ConflictInWords = z.infer<typeof conflictInWords>

const packagePreview = z.object({
  /** For `packages.accept`; kept until the library is closed, the newest few of them. */
  previewId: z.string().max(64),
  name: z.string(),
  articleId,
  headline: z.string(),
  slug: z.string(),
  /** The desk that made it, and how it calls itself. */
  from: z.object({ id: libraryId, name: z.string() }),
  /** The person who made it, by name; empty in a package that names nobody. */
  by: z.string(),
  at: instant,
  audience,
  purpose,
  relation: z.enum(RELATIONS),
  brings,
  conflicts: z.array(conflictInWords).readonly(),
  /** True where accepting can bring the right to edit here. */
  rightOffered: z.boolean(),
  /** Why it cannot be accepted, and what to do; null where it can. */
  refusal: z.string().nullable(),
  warnings: z.array(warning).readonly(),
})
export type PackagePreview = z.infer<typeof packagePreview>

const accepted = z.object({
  articleId,
  relation: z.enum(RELATIONS),
  brings,
  conflicts: amount,
  warnings: z.array(warning).readonly(),
})
export type Accepted = z.infer<typeof accepted>

export const packagesMethods = {
  /** As `exports.create`; the file is saved by `exports.save`. With `hand-over` the right to edit goes at once. */
  'packages.create': { args: z.object({ articleId, audience, purpose }), result: exported },
  /** What a package would bring, by the very merge that accepting it does; nothing is stored. */
  'packages.preview': {
    args: z.object({ name: fileName, bytes, job: jobId.optional() }),
    result: packagePreview,
  },
  /** The host's own dialog for one package; null when it was cancelled. */
  'packages.openDialog': { args: none, result: packagePreview.nullable() },
  /** Stores what the preview showed, or refuses when the article has changed since then. */
  'packages.accept': {
    args: z.object({ previewId: z.string().max(64), takeRight: z.boolean() }),
    result: accepted,
  },
  /** The right to edit back to this desk, when what was handed over never arrived. */
  'packages.takeBack': {
    args: z.object({ articleId, reason: z.string().trim().min(1, 'Say why it is taken back.').max(2000) }),
    result: reviewState,
  },
  /** `keep`: what stands now; both sides stay in the log. */
  'conflicts.settle': {
    args: z.object({ articleId, conflictId, choice: z.enum(['one', 'other', 'keep']) }),
    result: reviewState,
  },
} as const
