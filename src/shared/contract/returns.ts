import { z } from 'zod'
import { instant } from '../model/article.ts'
import { articleId } from '../model/ids.ts'
import { cameIn, returned } from '../model/import-report.ts'
import { warning } from '../model/review.ts'
import { jobId } from './articles.ts'
import { bytes, fileName, none } from './parts.ts'

/** A Word file that was made here, was edited somewhere else, and comes back as the pass of who edited it. */

const amount = z.number().int().min(0)

const conflict = z.object({ what: z.string(), one: z.string(), other: z.string() })

const returnPreview = z.object({
  /** For `returns.accept`; kept until the library is closed, the newest few of them. */
  previewId: z.string().max(64),
  /** Of the file. */
  name: z.string(),
  articleId,
  headline: z.string(),
  slug: z.string(),
  /** What Stet wrote into the file, or, where another program dropped that, its words. */
  knownBy: z.enum(['mark', 'text']),
  /** The version that the file was made from; null where the file does not tell. */
  version: z.object({ name: z.string(), at: instant }).nullable(),
  /** Whose work it holds; `isNew`: nobody of that name is known here. */
  people: z
    .array(z.object({ name: z.string(), isNew: z.boolean(), changes: amount, comments: amount }))
    .readonly(),
  /** The name that edits without tracking come in under; empty where there are none. */
  untrackedAs: z.string(),
  brings: returned,
  /** The first of the changes in words, in the order of the text, so that it can be seen what this is. */
  changes: z
    .array(z.object({ by: z.string(), deleted: z.string(), inserted: z.string(), what: z.string() }))
    .readonly(),
  conflicts: z.array(conflict).readonly(),
  /** Why it cannot be brought back, and what to do; null where it can. */
  refusal: z.string().nullable(),
  warnings: z.array(warning).readonly(),
})
export type ReturnPreview = z.infer<typeof returnPreview>

const broughtBack = z.object({
  articleId,
  brings: returned,
  cameIn,
  conflicts: amount,
  warnings: z.array(warning).readonly(),
})
export type BroughtBack = z.infer<typeof broughtBack>

export const returnsMethods = {
  /** The article that a Word file was made from, by what Stet wrote into it; null for any other file. Reads no text. */
  'returns.recognise': {
    args: z.object({ name: fileName, bytes }),
    result: z.object({ articleId, headline: z.string(), slug: z.string() }).nullable(),
  },
  /** The host's own dialog for one Word file, to be previewed; null when it was cancelled. */
  'returns.openDialog': { args: none, result: z.object({ name: fileName, bytes }).nullable() },
  /** What a file would bring into this article, by the very merge that accepting it does; nothing is stored. */
  'returns.preview': {
    args: z.object({ articleId, name: fileName, bytes, job: jobId.optional() }),
    result: returnPreview,
  },
  /** Stores what the preview showed in one transaction, or refuses when the article has changed since then. */
  'returns.accept': { args: z.object({ previewId: z.string().max(64) }), result: broughtBack },
} as const
