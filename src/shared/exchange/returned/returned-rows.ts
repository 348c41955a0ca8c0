import type { ChangeEntry, DocumentIndex } from '../../document/index/document-index.ts'
import type { Verdict } from '../../document/returned/returned-verdicts.ts'
import type { ChangeDecision, ChangeRecord } from '../../model/change.ts'
import type { ChangeId, PersonId } from '../../model/ids.ts'
import type { ImportedChange } from '../../model/interchange.ts'

/** Rows of changes after a copy came back, and who decided what in it. */

const MAX_WORDS = 2000

const UNDECIDED = { decidedBy: null, decidedAt: null, reason: null } as const

export const DECIDED_THERE = 'Decided in the Word copy.'

export type Hand = { readonly them: PersonId; readonly at: number }

type Verdicts = ReadonlyMap<string, Verdict>

function openRow(
  entry: ChangeEntry,
  { createdAt, dateRaw }: Pick<ChangeRecord, 'createdAt' | 'dateRaw'>,
  groupId: ChangeId | null,
): ChangeRecord {
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
    groupId,
  }
}

/** What is gone from the text: decided, taken back by who made it, or gone with other words. */
function closedRow(row: ChangeRecord, verdict: Verdict | undefined, { them, at }: Hand): ChangeRecord {
  if (row.state !== 'open') return row
  const isTakenBack = verdict === 'rejected' && row.authorId === them
  if (verdict === undefined || verdict === 'open' || isTakenBack)
    return { ...row, state: 'withdrawn', ...UNDECIDED }
  return { ...row, state: verdict, decidedBy: them, decidedAt: at, reason: DECIDED_THERE }
}

export function returnedRows(
  sent: readonly ChangeRecord[],
  { changes }: Pick<DocumentIndex, 'changes'>,
  copy: ReadonlyMap<string, ImportedChange>,
  verdicts: Verdicts,
  hand: Hand,
): readonly ChangeRecord[] {
  const known = new Map<string, ChangeRecord>(sent.map((row) => [row.id, row]))
  const members = Map.groupBy(changes, ({ groupId }) => groupId)
  const present = new Set(changes.map(({ id }) => id))
  const open = changes.map((entry) => {
    const groupId = (members.get(entry.groupId)?.length ?? 0) > 1 ? (entry.groupId as ChangeId) : null
    const came = copy.get(entry.id)
    const theirs = { createdAt: came?.at ?? hand.at, dateRaw: came?.dateRaw ?? null }
    return openRow(entry, known.get(entry.id) ?? theirs, groupId)
  })
  const closed = sent
    .filter(({ id }) => !present.has(id))
    .map((row) => closedRow(row, verdicts.get(row.id), hand))
  return [...open, ...closed]
}

/** `origin`: the copy itself, for it counts its own. */
export function returnedDecisions(
  sent: readonly ChangeRecord[],
  rows: readonly ChangeRecord[],
  origin: string,
  { them, at }: Hand,
): readonly ChangeDecision[] {
  const wasOpen = new Set(sent.filter(({ state }) => state === 'open').map(({ id }) => id))
  const decided = rows.filter(
    ({ id, state }) => wasOpen.has(id) && (state === 'accepted' || state === 'rejected'),
  )
  return decided.map(({ id, state }, place) => ({
    origin,
    seq: place + 1,
    changeId: id,
    verdict: state === 'accepted' ? 'accepted' : 'rejected',
    personId: them,
    at,
    reason: DECIDED_THERE,
  }))
}
