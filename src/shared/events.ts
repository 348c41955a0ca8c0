import { z } from 'zod'
import { articleId } from './model/ids.ts'

/** What a host tells its windows without being asked: the one list. Payloads are parsed where they come from outside. */
export const events = {
  /** Something in the list of articles changed. */
  'articles.changed': z.object({}),
  /** A review has a newer state than the one last fetched. */
  'review.changed': z.object({ articleId, seq: z.number().int() }),
  /**
   * Another text stands in the place of the one that windows have open, not by their own steps: whoever shows it loads it
   * anew.
   */
  'text.replaced': z.object({ articleId, seq: z.number().int() }),
  'session.changed': z.object({}),
  /** Long work. `done` of `total` in any unit; `total` 0 while unknown. */
  progress: z.object({ job: z.string(), label: z.string(), done: z.number(), total: z.number() }),
  /** A command chosen in the host's menu; ids as in commands.ts. */
  command: z.object({ id: z.string() }),
  /** The host asks the window to show an article. */
  open: z.object({ articleId }),
} as const
export type Events = typeof events
export type EventName = keyof Events
export type EventPayload<E extends EventName> = z.output<Events[E]>
