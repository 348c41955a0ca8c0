import { z } from 'zod'
import { instant } from './article.ts'
import { changeId, changeSetId, personId } from './ids.ts'

export const CHANGE_KINDS = [
  'insertion',
  'deletion',
  'format',
  'split',
  'join',
  'paragraph',
  'move',
  'cells',
  'layout',
] as const
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
  /**
   * Shared by the halves of a replacement, from the save on and after they are decided: they are listed and counted
   * as one. It is the id of the deletion, as `ChangeEntry.groupId` is; null for a change that stands alone.
   */
  groupId: changeId.nullable(),
})
export type ChangeRecord = z.infer<typeof changeRecord>

/** Changes that one act made in many places, as replacing all does: listed as one row, decided as one or one by one. */
export const changeSet = z.object({
  id: changeSetId,
  /** The act in words: "Replace all: “colour” by “color”, 12 places". */
  label: z.string().trim().min(1).max(500),
  changeIds: z.array(changeId).max(200_000).readonly(),
})
export type ChangeSet = z.infer<typeof changeSet>

/** One line of the record of decisions: who decided on a change, or undid it. It is only ever added to. */
export const changeDecision = z.object({
  /** The library it was made in; empty for what is older than libraries with an id. */
  origin: z.string().max(64),
  /** Counts from 1 for each origin. */
  seq: z.number().int().min(1),
  changeId,
  verdict: z.enum(['accepted', 'rejected', 'undone']),
  personId,
  at: instant,
  reason: z.string().max(2000).nullable(),
})
export type ChangeDecision = z.infer<typeof changeDecision>
