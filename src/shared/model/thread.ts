import { z } from 'zod'
import { instant } from './article.ts'
import { changeId, claimId, messageId, personId, threadId } from './ids.ts'

export const LEVELS = ['must', 'should', 'fyi'] as const
export const level = z.enum(LEVELS)
export type Level = z.infer<typeof level>

export const messageText = z.string().trim().min(1, 'A comment needs words.').max(20_000)

/** Who may read a comment: everybody at the desk, or readers in the legal role alone. */
export const THREAD_AUDIENCES = ['desk', 'legal'] as const
export const threadAudience = z.enum(THREAD_AUDIENCES)
export type ThreadAudience = z.infer<typeof threadAudience>

/** Words that a message had before it was changed, and until when. */
export const earlierText = z.object({ text: z.string().max(20_000), until: instant })
export type EarlierText = z.infer<typeof earlierText>

export const message = z.object({
  id: messageId,
  authorId: personId,
  at: instant,
  dateRaw: z.string().max(64).nullable(),
  text: z.string().max(20_000),
  editedAt: instant.nullable(),
  /** Oldest first. */
  earlier: z.array(earlierText).readonly(),
})
export type Message = z.infer<typeof message>

/** `range`: anchored by comment marks that carry the thread's id. */
export const threadTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('range') }),
  z.object({ kind: z.literal('change'), changeId }),
  z.object({ kind: z.literal('claim'), claimId }),
  z.object({ kind: z.literal('article') }),
])
export type ThreadTarget = z.infer<typeof threadTarget>

export const thread = z.object({
  id: threadId,
  target: threadTarget,
  level,
  audience: threadAudience,
  assigneeId: personId.nullable(),
  /** Final-projection words of the anchor when it last had any; shown when the anchor is orphaned. */
  quote: z.string().max(4000),
  resolvedBy: personId.nullable(),
  resolvedAt: instant.nullable(),
  /** The first is the comment, the others its replies; never empty. */
  messages: z.array(message).min(1).readonly(),
})
export type Thread = z.infer<typeof thread>
