import type { ChangeEntry } from '../document/index/document-index.ts'
import type { ChangeRecord } from '../model/change.ts'
import type { ChangeId, PersonId } from '../model/ids.ts'
import { compareJson, rowsByKey, settleJson } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'

/** The rows of tracked changes, brought up to the merged text: that alone says which of them are open. */

/** As long as the words of a row may be (model/change.ts). */
const MAX_WORDS = 2000

const UNDECIDED = { decidedBy: null, decidedAt: null, reason: null } as const

/** The group of each change that shares one with another. */
function groupsOf(changes: readonly ChangeEntry[]): (entry: ChangeEntry) => ChangeId | null {
  const members = Map.groupBy(changes, ({ groupId }) => groupId)
  return ({ groupId }) => ((members.get(groupId)?.length ?? 0) > 1 ? (groupId as ChangeId) : null)
}

function openRow(entry: ChangeEntry, known: ChangeRecord, groupId: ChangeId | null): ChangeRecord {
  const { id, authorId, createdAt, dateRaw } = known
  const words = { inserted: entry.inserted.slice(0, MAX_WORDS), deleted: entry.deleted.slice(0, MAX_WORDS) }
  return {
    id,
    kind: entry.kind,
    authorId,
    createdAt,
    dateRaw,
    ...words,
    state: 'open',
    ...UNDECIDED,
    groupId,
  }
}

const RANKS: Readonly<Record<ChangeRecord['state'], number>> = {
  accepted: 0,
  rejected: 0,
  withdrawn: 1,
  open: 2,
}

/** A decision before none; of two, the first. */
function compareClosed(a: ChangeRecord, b: ChangeRecord): number {
  return RANKS[a.state] - RANKS[b.state] || (a.decidedAt ?? 0) - (b.decidedAt ?? 0) || compareJson(a, b)
}

/** A change that does not stand in the text any more. Without a decision it went with words of another change. */
function closedRow({ base, one, other }: ThreeWay<ChangeRecord | null>): ChangeRecord | null {
  const settled = base && one && other ? settleJson({ base, one, other })?.value : undefined
  const row = settled ?? [base, one, other].filter((each) => each !== null).toSorted(compareClosed)[0]
  if (!row) return null
  return row.state === 'open' ? { ...row, state: 'withdrawn', ...UNDECIDED } : row
}

/** `open`: the changes of the merged text. */
export function mergeChanges(
  three: ThreeWay<readonly ChangeRecord[]>,
  open: readonly ChangeEntry[],
): readonly ChangeRecord[] {
  const entries = new Map(open.map((entry) => [entry.id, entry]))
  const groupOf = groupsOf(open)
  return rowsByKey(three, (row) => row.id).flatMap(({ key, rows }) => {
    const entry = entries.get(key)
    const known = rows.base ?? rows.one ?? rows.other
    if (entry && known)
      return [openRow(entry, { ...known, authorId: entry.author as PersonId }, groupOf(entry))]
    return closedRow(rows) ?? []
  })
}
