import { groupKind } from '../../../shared/document/index/change-groups.ts'
import type { MadeSet } from '../../editor/api.ts'
import type { ChangeRow } from './change-rows.ts'

/** A line of the list: a change, or all that one act made (replacing in many places). */
export type ListRow = ChangeRow & {
  /** What the act was, in words; empty for a change by itself. */
  readonly label: string
  /** Of a set: its changes. They are listed below it while it is unfolded. */
  readonly members: readonly ChangeRow[]
  readonly unfolded: boolean
  readonly nested: boolean
}

/** Those that are stored, and those that were made in this window and are still on their way. */
export function knownSets(stored: readonly MadeSet[], made: readonly MadeSet[]): readonly MadeSet[] {
  const ids = new Set(stored.map((set) => set.id))
  return [...stored, ...made.filter((set) => !ids.has(set.id))]
}

const SINGLE = { label: '', members: [], unfolded: false, nested: false } as const

function setRow(
  key: string,
  label: string,
  members: readonly ChangeRow[],
  unfolded: boolean,
): ListRow | null {
  const [first] = members
  if (first === undefined) return null
  const ids = members.flatMap((member) => member.ids)
  const kind = groupKind(members)
  return { ...first, key, ids, kind, description: '', label, members, unfolded, nested: false }
}

/**
 * The rows with every set as one, where its first change stands. A set of which one change is left is that change.
 * Open and decided changes of a set are two rows, because they stand at two places of the list.
 */
export function foldSets(
  rows: readonly ChangeRow[],
  sets: readonly MadeSet[],
  unfolded: ReadonlySet<string>,
): readonly ListRow[] {
  if (sets.length === 0) return rows.map((row) => ({ ...row, ...SINGLE }))
  const setOf = new Map(sets.flatMap((set) => set.changeIds.map((id) => [id, set] as const)))
  const keyOf = (row: ChangeRow) => {
    const set = setOf.get(row.id)
    return set === undefined ? row.key : `${row.state} set ${set.id}`
  }
  return [...Map.groupBy(rows, keyOf)].flatMap(([key, members]): readonly ListRow[] => {
    const label = setOf.get(members[0]?.id ?? '')?.label ?? ''
    if (members.length < 2) return members.map((row) => ({ ...row, ...SINGLE }))
    const isUnfolded = unfolded.has(key)
    const head = setRow(key, label, members, isUnfolded)
    const nested = isUnfolded ? members.map((row) => ({ ...row, ...SINGLE, nested: true })) : []
    return head === null ? nested : [head, ...nested]
  })
}
