import { z } from 'zod'
import { instant, status } from '../model/article.ts'
import { articleId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'

export const workflowMethods = {
  /** One of the moves that `ReviewState.moves` lists, except those that are signed, filed or re-opened. */
  'workflow.move': {
    args: z.object({
      articleId,
      to: status,
      reason: z.string().trim().max(2000),
      /** Of a hold. */
      until: instant.nullable().default(null),
      /** For an article that is laid aside: the step to come back to; null takes the first that the move lists. */
      resume: status.nullable().default(null),
    }),
    result: reviewState,
  },
  /** Sets a legal hold, or lifts it with null. */
  'workflow.legalHold': {
    args: z.object({
      articleId,
      reason: z.string().trim().min(1, 'Say why legal holds the article.').max(2000).nullable(),
    }),
    result: reviewState,
  },
} as const
