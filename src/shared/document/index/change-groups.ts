import type { GroupKind } from '../../names.ts'
import type { ChangeEntry } from './document-index.ts'

/** What is decided together: a deletion and the insertion that takes its place, or one change by itself. */
export type ChangeGroup = {
  readonly id: string
  readonly kind: GroupKind
  readonly members: readonly ChangeEntry[]
}

/** A deletion and an insertion in one group are a replacement; else it is what its first member is. */
export function groupKind(members: readonly { readonly kind: GroupKind }[]): GroupKind {
  const kinds = new Set(members.map((member) => member.kind))
  if (kinds.has('insertion') && kinds.has('deletion')) return 'replacement'
  return members[0]?.kind ?? 'insertion'
}

/** In the order of the text. */
export function groupChanges(changes: readonly ChangeEntry[]): readonly ChangeGroup[] {
  const groups = Map.groupBy(changes, (change) => change.groupId)
  return [...groups].map(([id, members]) => ({ id, kind: groupKind(members), members }))
}

/** Every change of the groups that hold one of these. */
export function withGroups(
  changes: readonly ChangeEntry[],
  ids: ReadonlySet<string>,
): readonly ChangeEntry[] {
  const groups = new Set(changes.filter((change) => ids.has(change.id)).map((change) => change.groupId))
  return changes.filter((change) => groups.has(change.groupId))
}
