import { groupChanges, groupKind } from '../../../shared/document/index/change-groups.ts'
import type { DocumentIndex } from '../../../shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../../shared/model/change.ts'
import type { GroupKind } from '../../../shared/names.ts'

/** One line of the Changes tab: an open change or replacement of the text, or a decided one of the record. */
export type ChangeRow = {
  /** Of the line: stays the same while the change is open, and again while it is decided. */
  readonly key: string
  /** The first id: what "go to" and "current" speak of. */
  readonly id: string
  readonly ids: readonly string[]
  readonly kind: GroupKind
  readonly authorId: string
  readonly at: number | null
  readonly inserted: string
  readonly deleted: string
  readonly description: string
  readonly state: 'open' | 'accepted' | 'rejected'
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly reason: string
}

type Records = readonly ChangeRecord[]

const UNDECIDED = { state: 'open', decidedBy: null, decidedAt: null, reason: '' } as const

/** A change that stands alone has no group. */
function groupOf(record: ChangeRecord): string {
  return record.groupId ?? record.id
}

function joined(members: readonly { readonly inserted: string; readonly deleted: string }[]) {
  return {
    inserted: members.map((member) => member.inserted).join(''),
    deleted: members.map((member) => member.deleted).join(''),
  }
}

/** What the record knows of some changes that are one row. */
function recordRow(members: Records, state: ChangeRow['state']): readonly ChangeRow[] {
  const [first] = members
  if (first === undefined) return []
  const { id, authorId, createdAt, decidedBy, decidedAt, reason } = first
  const decided = { state, decidedBy, decidedAt, reason: reason ?? '' }
  return [
    {
      key: `${state} ${id}`,
      id,
      ids: members.map((member) => member.id),
      kind: groupKind(members),
      authorId,
      at: createdAt,
      ...joined(members),
      description: '',
      ...decided,
    },
  ]
}

/** Open changes as the text in the window has them, a deletion and what replaces it as one. */
function openRows(
  index: Pick<DocumentIndex, 'changes'>,
  records: ReadonlyMap<string, ChangeRecord>,
): ChangeRow[] {
  return groupChanges(index.changes).flatMap(({ kind, members }): ChangeRow[] => {
    const [first] = members
    if (first === undefined) return []
    const at = records.get(first.id)?.createdAt ?? null
    const description = members.map((member) => member.description).find((words) => words !== '') ?? ''
    const { id, author } = first
    const ids = members.map((member) => member.id)
    const row = { key: `open ${id}`, id, ids, kind, authorId: author, at, description }
    return [{ ...row, ...joined(members), ...UNDECIDED }]
  })
}

/** Members of a group that were decided alike are one row; latest first. */
function decidedRows(records: Records): ChangeRow[] {
  const groups = Map.groupBy(records, (record) => `${record.state} ${groupOf(record)}`)
  return [...groups.values()]
    .flatMap((members) => {
      const state = members[0]?.state
      return state === 'accepted' || state === 'rejected' ? recordRow(members, state) : []
    })
    .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0))
}

function recordedOpenRows(records: Records): readonly ChangeRow[] {
  const open = records.filter((record) => record.state === 'open')
  return [...Map.groupBy(open, groupOf).values()].flatMap((members) => recordRow(members, 'open'))
}

/**
 * Open ones in the order of the text, then the decided ones, latest first. What is open is read from the text where
 * one is shown (`index`), else from the records.
 */
export function changeRows(
  records: Records,
  index: Pick<DocumentIndex, 'changes'> | null,
): readonly ChangeRow[] {
  const byId = new Map(records.map((record) => [String(record.id), record]))
  const open = index === null ? recordedOpenRows(records) : openRows(index, byId)
  // Undoing a decision opens the change again before main has heard of it.
  const stillOpen = new Set(open.flatMap((row) => row.ids))
  return [...open, ...decidedRows(records.filter((record) => !stillOpen.has(record.id)))]
}
