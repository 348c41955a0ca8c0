import { z } from 'zod'
import { decision, slot } from '../model/approval.ts'
import { instant, status } from '../model/article.ts'
import { articleId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'

export const approvalMethods = {
  /** The decision of a slot; refused with the blockers when it is an approval and anything blocks. */
  'approval.sign': {
    args: z.object({
      articleId,
      slot,
      decision,
      conditions: z.string().trim().max(4000),
      /** Of a hold. */
      until: instant.nullable().default(null),
      /** Of a return: the step to come back to; where none is named, the one that `moves` lists first. */
      returnTo: status.nullable().default(null),
      typedName: z.string().trim().min(1, 'Type your name to sign.').max(200),
      /** The hashes that the person saw; refused when they are no longer true. */
      textHash: z.string(),
      evidenceHash: z.string(),
      utcOffset: z.number().int().min(-840).max(840),
    }),
    result: reviewState,
  },
  /** Takes the last word of a slot back, by a record of its own; never that of a locked approval. */
  'approval.withdraw': {
    args: z.object({
      articleId,
      slot,
      reason: z.string().trim().min(1, 'Say why the signature is withdrawn.').max(2000),
      utcOffset: z.number().int().min(-840).max(840),
    }),
    result: reviewState,
  },
  /** Opens a locked article as its next edition. */
  'approval.reopen': {
    args: z.object({
      articleId,
      reason: z.string().trim().min(1, 'Say why it is re-opened.').max(2000),
      as: z.enum(['reopen', 'correction']).default('reopen'),
    }),
    result: reviewState,
  },
  /** What was approved has gone out. */
  'approval.file': { args: z.object({ articleId }), result: reviewState },
} as const
