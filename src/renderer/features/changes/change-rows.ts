import type { ChangeKind, ChangeRecord } from '../../../shared/model/change.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorSnapshot } from '../../editor/api.ts'

/** One line of the Changes tab: an open change or replacement of the text, or a decided one of the record. */
export type ChangeRow = {
  /** The first id: what "go to" and "current" speak of. */
  readonly id: string
  readonly ids: readonly string[]
  readonly kind: ChangeKind | 'replacement'
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

export type ChangeFilter = {
  readonly state: 'all' | 'open' | 'decided'
  readonly authorId: string
  readonly kind: ChangeRow['kind'] | ''
}

function recordRow(record: ChangeRecord, state: ChangeRow['state']): ChangeRow {
  const { id, kind, authorId, createdAt, inserted, deleted, decidedBy, decidedAt } = record
  return {
    id,
    ids: [id],
    kind,
    authorId,
    at: createdAt,
    inserted,
    deleted,
    description: '',
    state,
    decidedBy,
    decidedAt,
    reason: record.reason ?? '',
  }
}

/** Open changes as the text in the window has them, a deletion and what replaces it as one. */
function openRows(
  snapshot: EditorSnapshot,
  records: ReadonlyMap<string, ChangeRecord>,
): readonly ChangeRow[] {
  const groups = Map.groupBy(snapshot.index.changes, (change) => change.groupId)
  return [...groups.values()].flatMap((entries): ChangeRow[] => {
    const [first] = entries
    if (first === undefined) return []
    const kinds = new Set(entries.map((entry) => entry.kind))
    const replacement = kinds.has('insertion') && kinds.has('deletion')
    return [
      {
        id: first.id,
        ids: entries.map((entry) => entry.id),
        kind: replacement ? 'replacement' : first.kind,
        authorId: first.author,
        at: records.get(first.id)?.createdAt ?? null,
        inserted: entries.map((entry) => entry.inserted).join(''),
        deleted: entries.map((entry) => entry.deleted).join(''),
        description: entries.map((entry) => entry.description).find((words) => words !== '') ?? '',
        state: 'open',
        decidedBy: null,
        decidedAt: null,
        reason: '',
      },
    ]
  })
}

/** Open ones in the order of the text, then the decided ones, latest first. */
export function changeRows(state: ReviewState, snapshot: EditorSnapshot | null): readonly ChangeRow[] {
  const records = new Map(state.changes.map((record) => [String(record.id), record]))
  const open =
    snapshot === null
      ? state.changes.filter((record) => record.state === 'open').map((record) => recordRow(record, 'open'))
      : openRows(snapshot, records)
  // Undoing a decision opens the change again before main has heard of it.
  const stillOpen = new Set(open.flatMap((row) => row.ids))
  const decided = state.changes.flatMap((record): ChangeRow[] => {
    if (stillOpen.has(record.id)) return []
    return record.state === 'accepted' || record.state === 'rejected' ? [recordRow(record, record.state)] : []
  })
  return [...open, ...decided.sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0))]
}

export function filterChanges(rows: readonly ChangeRow[], filter: ChangeFilter): readonly ChangeRow[] {
  return rows.filter(
    (row) =>
      (filter.state === 'all' || (filter.state === 'open') === (row.state === 'open')) &&
      (filter.authorId === '' || row.authorId === filter.authorId) &&
      (filter.kind === '' || row.kind === filter.kind),
  )
}
