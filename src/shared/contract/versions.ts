import { z } from 'zod'
import { articleId, libraryId, versionId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'
import { MAX_VERSION_NAME, savedVersion } from '../model/version.ts'
import { ofArticle } from './parts.ts'

export const versionsMethods = {
  /** Every text that was kept, in the order they came into this library; `head` is what the work goes on from, `here` this library. */
  'versions.list': {
    args: ofArticle,
    result: z.object({
      versions: z.array(savedVersion).readonly(),
      head: versionId.nullable(),
      here: libraryId,
    }),
  },
  /** The text of a version as ProseMirror JSON. */
  'versions.document': { args: z.object({ articleId, versionId }), result: z.object({ doc: z.unknown() }) },
  /** Keeps the text as it stands, under a name. */
  'versions.name': {
    args: z.object({
      articleId,
      name: z.string().trim().min(1, 'Give the version a name. Nothing was kept.').max(MAX_VERSION_NAME),
    }),
    result: reviewState,
  },
  /**
   * The text becomes that of the version again, as one step; what stood before is kept as a version first. Windows are
   * told by `text.replaced`.
   */
  'versions.restore': {
    args: z.object({ articleId, versionId, reason: z.string().trim().max(2000).default('') }),
    result: reviewState,
  },
} as const
