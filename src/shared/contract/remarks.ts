import { z } from 'zod'
import { anchorMark, quote } from '../model/anchor.ts'
import { articleId, messageId, personId, threadId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'
import { level, messageText, threadAudience, threadTarget } from '../model/thread.ts'
import { edit } from './parts.ts'

const ofAnchor = z.object({ articleId, mark: anchorMark, id: z.string().min(1).max(64) })

export const remarksMethods = {
  /** The words that an anchor last held on to; empty when they were never gone. */
  'anchors.quotes': { args: ofAnchor, result: z.array(quote).readonly() },
  /** Puts it over words that were found by likeness; not `sure`: until somebody confirms the place. */
  'anchors.place': { args: ofAnchor.extend({ edit, sure: z.boolean() }), result: reviewState },
  'anchors.confirm': { args: ofAnchor, result: reviewState },
  /** Says that a place was not the right one; refused while the anchor stands in the stored text. */
  'anchors.detach': { args: ofAnchor, result: reviewState },

  'threads.create': {
    args: z.object({
      articleId,
      edit: edit.nullable(),
      id: threadId,
      target: threadTarget,
      level,
      /** `legal` may be chosen in the legal role alone. */
      audience: threadAudience.default('desk'),
      assigneeId: personId.nullable(),
      text: messageText,
    }),
    result: reviewState,
  },
  'threads.reply': { args: z.object({ articleId, threadId, text: messageText }), result: reviewState },
  'threads.editMessage': {
    args: z.object({ articleId, threadId, messageId, text: messageText }),
    result: reviewState,
  },
  'threads.set': {
    args: z.object({
      articleId,
      threadId,
      level,
      assigneeId: personId.nullable(),
      /** Not given: as it was. */
      audience: threadAudience.optional(),
    }),
    result: reviewState,
  },
  'threads.resolve': { args: z.object({ articleId, threadId, resolved: z.boolean() }), result: reviewState },
} as const
