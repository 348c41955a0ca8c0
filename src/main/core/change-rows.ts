import type { ParsedArgs } from '../../shared/contract.ts'
import type { ChangeEntry, DocumentIndex } from '../../shared/document/document-index.ts'
import type { ChangeRecord } from '../../shared/model/change.ts'
import type { ChangeId, PersonId } from '../../shared/model/ids.ts'

type Decided = ParsedArgs<'document.save'>['decided']

export type ChangeRows =
  | {
      readonly ok: true
      /** Rows that are new or differ from the stored ones. */
      readonly save: readonly ChangeRecord[]
      readonly accepted: number
      readonly rejected: number
      /** Decided before, open again now. */
      readonly undone: number
      /** Left the text without a decision, and not by the hand of their author. */
      readonly lost: number
    }
  /** A change stands in the document under the name of somebody who did not make it here. */
  | { readonly ok: false; readonly author: string }

const MAX_WORDS = 2000

const UNDECIDED = { decidedBy: null, decidedAt: null, reason: null } as const

/** The row of a change that stands in the document. */
export function openRow(entry: ChangeEntry, createdAt: number, dateRaw: string | null): ChangeRecord {
  return {
    id: entry.id as ChangeId,
    kind: entry.kind,
    authorId: entry.author as PersonId,
    createdAt,
    dateRaw,
    inserted: entry.inserted.slice(0, MAX_WORDS),
    deleted: entry.deleted.slice(0, MAX_WORDS),
    state: 'open',
    ...UNDECIDED,
  }
}

function differs(a: ChangeRecord, b: ChangeRecord): boolean {
  return a.state !== b.state || a.inserted !== b.inserted || a.deleted !== b.deleted || a.kind !== b.kind
}

/** What became of a change that left the document. */
function closedRow(
  row: ChangeRecord,
  verdict: Decided[number] | undefined,
  by: PersonId,
  at: number,
): ChangeRecord {
  if (!verdict) return { ...row, state: 'withdrawn', ...UNDECIDED }
  const reason = verdict.reason === '' ? null : verdict.reason
  return { ...row, state: verdict.verdict, decidedBy: by, decidedAt: at, reason }
}

/**
 * Brings the rows up to the document: ids new in it are this actor's, ids gone from it were decided by this
 * save or withdrawn, ids back in it are open again.
 */
export function deriveChangeRows(
  rows: readonly ChangeRecord[],
  index: DocumentIndex,
  decided: Decided,
  actor: PersonId,
  at: number,
): ChangeRows {
  const known = new Map(rows.map((row) => [row.id as string, row]))
  const present = new Set<string>()
  const save: ChangeRecord[] = []
  let undone = 0
  for (const entry of index.changes) {
    present.add(entry.id)
    const row = known.get(entry.id)
    if (entry.author !== (row?.authorId ?? actor)) return { ok: false, author: entry.author }
    const open = openRow(entry, row?.createdAt ?? at, row?.dateRaw ?? null)
    if (row?.state === 'accepted' || row?.state === 'rejected') undone += 1
    if (!row || differs(row, open)) save.push(open)
  }
  const verdicts = new Map(decided.flatMap((one) => one.changeIds.map((id) => [id, one])))
  const gone = rows
    .filter((row) => row.state === 'open' && !present.has(row.id))
    .map((row) => closedRow(row, verdicts.get(row.id), actor, at))
  return {
    ok: true,
    save: [...save, ...gone],
    accepted: gone.filter((row) => row.state === 'accepted').length,
    rejected: gone.filter((row) => row.state === 'rejected').length,
    undone,
    lost: gone.filter((row) => row.state === 'withdrawn' && row.authorId !== actor).length,
  }
}
