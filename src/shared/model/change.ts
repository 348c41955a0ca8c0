import { z } from 'zod'
import { instant } from './article.ts'
import { changeId, personId } from './ids.ts'

export const CHANGE_KINDS = ['insertion', 'deletion', 'format', 'split', 'join', 'paragraph'] as const
export const changeKind = z.enum(CHANGE_KINDS)
export type ChangeKind = z.infer<typeof changeKind>

/**
 * What the database knows of one tracked change. Whether it is open is read from the document, never
 * from here: `open` in a row only repeats what the document said at the last save.
 * `withdrawn`: it left the text before anybody decided. Its author took it back (deleted their own insertion, or
 * undid the edit), or it went together with words of another change; the log tells when that was somebody else's.
 */
export const changeRecord = z.object({
  id: changeId,
  kind: changeKind,
  authorId: personId,
  createdAt: instant,
  /** As written in an imported file, to be written back verbatim; null for changes made here. */
  dateRaw: z.string().max(64).nullable(),
  inserted: z.string().max(2000),
  deleted: z.string().max(2000),
  state: z.enum(['open', 'accepted', 'rejected', 'withdrawn']),
  decidedBy: personId.nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().max(2000).nullable(),
})
export type ChangeRecord = z.infer<typeof changeRecord>
