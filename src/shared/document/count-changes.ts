import type { ChangeEntry } from './document-index.ts'

/**
 * How many changes an editor has to decide: a deletion and the insertion that takes its place are one. Files that
 * keep the two apart (Word's, the packet's list) count them as two.
 */
export function countChanges(changes: readonly Pick<ChangeEntry, 'groupId'>[]): number {
  return new Set(changes.map((change) => change.groupId)).size
}
