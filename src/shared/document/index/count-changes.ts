import type { ChangeRecord } from '../../model/change.ts'
import type { ChangeEntry } from './document-index.ts'

/**
 * How many changes an editor has to decide: a deletion and the insertion that takes its place are one. A Word file
 * keeps the two apart, and says so where it counts.
 */
export function countChanges(changes: readonly Pick<ChangeEntry, 'groupId'>[]): number {
  return new Set(changes.map((change) => change.groupId)).size
}

/** The same of rows of the database, where a change that stands alone has no group. */
export function countRecords(records: readonly Pick<ChangeRecord, 'id' | 'groupId'>[]): number {
  return new Set(records.map(({ id, groupId }) => groupId ?? id)).size
}
