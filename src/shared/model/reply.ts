import { z } from 'zod'
import { instant } from './article.ts'
import { claimId, personId, replyId } from './ids.ts'

export const REPLY_CHANNELS = ['phone', 'email', 'letter', 'in-person', 'message', 'lawyer', 'other'] as const
export const replyChannel = z.enum(REPLY_CHANNELS)
export type ReplyChannel = z.infer<typeof replyChannel>

/** `no-answer`: the deadline passed in silence, and somebody says so by name. */
export const REPLY_OUTCOMES = ['waiting', 'answered', 'declined', 'no-answer'] as const
export const replyOutcome = z.enum(REPLY_OUTCOMES)
export type ReplyOutcome = z.infer<typeof replyOutcome>

export const replyFields = z.object({
  /** Who is spoken against; as the claims name the party. */
  party: z.string().trim().min(1, 'Name the party that was asked.').max(200),
  /** The claims that were put to the party. */
  claimIds: z.array(claimId).max(500).readonly(),
  askedBy: personId,
  askedAt: instant,
  channel: replyChannel,
  /** What was put to them. */
  put: z.string().trim().min(1, 'Say what was put to the party.').max(10_000),
  deadline: instant.nullable(),
  outcome: replyOutcome,
  /** In their words; empty while there is none. */
  answer: z.string().trim().max(10_000),
  answeredAt: instant.nullable(),
})

/** Right of reply: one asking of one party. */
export const reply = replyFields.extend({
  id: replyId,
  createdBy: personId,
  createdAt: instant,
  updatedAt: instant,
})
export type Reply = z.infer<typeof reply>
