import { z } from 'zod'
import { instant } from './article.ts'
import { libraryId, personId } from './ids.ts'

/**
 * Who has the right to edit an article is never stored as such: it is read from the moves of that right, which are
 * only ever added, so that two desks that tell each other theirs come to the same answer (exchange/custody.ts).
 *
 * `begun`: the desk where the article came in. `handed-over`: it is on its way in a package, and no desk has it.
 * `taken`, `taken-back`, `settled`: that desk has it.
 */
export const CUSTODY_KINDS = ['begun', 'handed-over', 'taken', 'taken-back', 'settled'] as const

export const custodyMove = z.object({
  id: z.string().min(1).max(64),
  kind: z.enum(CUSTODY_KINDS),
  /** The desk that did it, and how it called itself then. */
  library: libraryId,
  libraryName: z.string().max(80),
  personId: personId.nullable(),
  at: instant,
  /** The moves that were the last ones when it was made; none for the first. */
  after: z.array(z.string().min(1).max(64)).max(16).readonly(),
  reason: z.string().max(2000),
})
export type CustodyMove = z.infer<typeof custodyMove>

/** Whether this desk has the right to edit; while it is on its way it is `away` from both. */
export const editRight = z.enum(['here', 'away'])
export type EditRight = z.infer<typeof editRight>
