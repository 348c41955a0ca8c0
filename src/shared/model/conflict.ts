import { z } from 'zod'
import { instant } from './article.ts'
import { changeId, conflictId, libraryId, personId, versionId } from './ids.ts'

/** What a conflict is about. `text`: changes of the document; `custody`: who has the right to edit. */
export const CONFLICT_TABLES = [
  'article',
  'claim',
  'claim-source',
  'source',
  'thread',
  'reply',
  'anchor',
  'text',
  'custody',
] as const
export const conflictTable = z.enum(CONFLICT_TABLES)
export type ConflictTable = z.infer<typeof conflictTable>

/** What one side says. `value` is JSON; `origin` and `at` are null where nothing tells who said it, or when. */
export const conflictSide = z.object({
  value: z.unknown(),
  origin: libraryId.nullable(),
  at: instant.nullable(),
})
export type ConflictSide = z.infer<typeof conflictSide>

export const conflictChoice = z.enum(['one', 'other'])
export type ConflictChoice = z.infer<typeof conflictChoice>

/**
 * What two desks said differently of one thing (B7). A `field` keeps its old value until somebody chooses; both sides
 * stand here, in an order that does not depend on who merged. A `text` conflict lists the changes that met in the text
 * and is settled by deciding on them: it counts as open while one of `changeIds` is open.
 */
export const conflict = z.object({
  /** Made of what the conflict is, so that both desks give it the same one. */
  id: conflictId,
  kind: z.enum(['field', 'text']),
  /** For a text: table `text`, the first change, and the kind of the clash as its field. */
  what: z.object({ table: conflictTable, id: z.string().max(200), field: z.string().max(80) }),
  /** For the list: what it is about, or the words of the text in question. */
  words: z.string().max(2000),
  one: conflictSide,
  other: conflictSide,
  /** Empty for a field. */
  changeIds: z.array(changeId).max(2).readonly(),
  /** The merge that found it. */
  mergeId: versionId,
  settledBy: personId.nullable(),
  settledAt: instant.nullable(),
  choice: conflictChoice.nullable(),
})
export type Conflict = z.infer<typeof conflict>
