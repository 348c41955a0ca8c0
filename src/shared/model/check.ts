import { z } from 'zod'
import { instant } from './article.ts'
import { personId } from './ids.ts'

/** Names one proposal by its rule and its words, wherever they stand (checks/proposal-key.ts). */
export const proposalKey = z.string().regex(/^[0-9a-z-]{1,80}$/)

/** A proposal that somebody put aside; the same words of the same rule are not proposed again. */
export const dismissal = z.object({
  key: proposalKey,
  /** The words that the proposal was about, for the list of what was put aside. */
  words: z.string().max(300),
  rule: z.string().max(60),
  by: personId,
  at: instant,
})
export type Dismissal = z.infer<typeof dismissal>

/** What is said of one that is put aside; who and when are main's to say. */
export const dismissed = dismissal.omit({ by: true, at: true })
