import { z } from 'zod'
import { decision, slot } from '../model/approval.ts'
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
      typedName: z.string().trim().min(1, 'Type your name to sign.').max(200),
      /** The hashes that the person saw; refused when they are no longer true. */
      textHash: z.string(),
      evidenceHash: z.string(),
      utcOffset: z.number().int().min(-840).max(840),
    }),
    result: reviewState,
  },
  'approval.reopen': {
    args: z.object({ articleId, reason: z.string().trim().min(1, 'Say why it is re-opened.').max(2000) }),
    result: reviewState,
  },
} as const
