import { countChanges, countRecords } from '../../shared/document/index/count-changes.ts'
import type { ChangeEntry, DocumentIndex } from '../../shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../shared/model/change.ts'
import type { ChangeId, PersonId } from '../../shared/model/ids.ts'
import type { NewDecision } from '../store/change-decisions.ts'
import { sharedGroups } from './decided-steps.ts'
import type { Ruling } from './decided-steps.ts'

export type ChangeRows =
  | {
      readonly ok: true
      /** Rows that are new or differ from the stored ones. */
      readonly save: readonly ChangeRecord[]
      /** For the record of decisions, which keeps them all. */
      readonly decisions: readonly NewDecision[]
      /** Counted as an editor counts: a replacement is one. */
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

type Origin = Pick<ChangeRecord, 'createdAt' | 'dateRaw' | 'groupId'>

/** The row of a change that stands in the document. */
export function openRow(entry: ChangeEntry, origin: Origin): ChangeRecord {
  return {
    id: entry.id as ChangeId,
    kind: entry.kind,
    authorId: entry.author as PersonId,
    inserted: entry.inserted.slice(0, MAX_WORDS),
    deleted: entry.deleted.slice(0, MAX_WORDS),
    state: 'open',
    ...origin,
    ...UNDECIDED,
  }
}

/** The group of each change that shares one with another. */
export function groupsOf(changes: readonly ChangeEntry[]): (entry: ChangeEntry) => ChangeId | null {
  const shared = sharedGroups(changes)
  return ({ groupId }) => (shared.has(groupId) ? (groupId as ChangeId) : null)
}

function differs(a: ChangeRecord, b: ChangeRecord): boolean {
  return (
    a.state !== b.state ||
    a.inserted !== b.inserted ||
    a.deleted !== b.deleted ||
    a.kind !== b.kind ||
    a.groupId !== b.groupId
  )
}

function isDecided(row: ChangeRecord | undefined): boolean {
  return row?.state === 'accepted' || row?.state === 'rejected'
}

/** Who does it, and when. */
type Hand = { readonly actor: PersonId; readonly at: number }

/** The row of a change that was decided, with its words as they stood then. */
function decidedRow(ruling: Ruling, row: ChangeRecord | undefined, { actor, at }: Hand): ChangeRecord {
  const { entry, verdict, reason } = ruling
  const groupId = ruling.groupId as ChangeId | null
  const open = openRow(entry, { createdAt: row?.createdAt ?? at, dateRaw: row?.dateRaw ?? null, groupId })
  return { ...open, state: verdict, decidedBy: actor, decidedAt: at, reason }
}

/** Stored rows and the change that they say the same as. Neither is ever changed, only replaced by another. */
const agreed = new WeakMap<ChangeRecord, ChangeEntry>()

/**
 * Brings the rows up to the document: ids new in it are this actor's, ids gone from it were decided by this
 * save or withdrawn, ids back in it are open again.
 */
export function deriveChangeRows(
  rows: readonly ChangeRecord[],
  index: DocumentIndex,
  rulings: ReadonlyMap<string, Ruling>,
  hand: Hand,
): ChangeRows {
  const { actor, at } = hand
  const known = new Map(rows.map((row) => [row.id as string, row]))
  const groupOf = groupsOf(index.changes)
  const present = new Set<string>()
  const save: ChangeRecord[] = []
  const undone: ChangeEntry[] = []
  for (const entry of index.changes) {
    present.add(entry.id)
    const row = known.get(entry.id)
    if (entry.author !== (row?.authorId ?? actor)) return { ok: false, author: entry.author }
    if (isDecided(row) || rulings.has(entry.id)) undone.push(entry)
    const groupId = groupOf(entry)
    if (row?.groupId === groupId && agreed.get(row) === entry) continue
    const open = openRow(entry, { createdAt: row?.createdAt ?? at, dateRaw: row?.dateRaw ?? null, groupId })
    if (!row || differs(row, open)) save.push(open)
    else agreed.set(row, entry)
  }
  for (const { entry } of rulings.values()) {
    if (entry.author !== (known.get(entry.id)?.authorId ?? actor)) return { ok: false, author: entry.author }
  }
  const decided = [...rulings.values()]
    .filter(({ entry }) => !present.has(entry.id))
    .map((ruling) => decidedRow(ruling, known.get(ruling.entry.id), hand))
  const withdrawn = rows
    .filter((row) => row.state === 'open' && !present.has(row.id) && !rulings.has(row.id))
    .map((row): ChangeRecord => ({ ...row, state: 'withdrawn', ...UNDECIDED }))
  return {
    ok: true,
    save: [...save, ...decided, ...withdrawn],
    decisions: decisionsOf(rulings, undone, hand),
    accepted: countRecords(decided.filter((row) => row.state === 'accepted')),
    rejected: countRecords(decided.filter((row) => row.state === 'rejected')),
    undone: countChanges(undone),
    lost: countRecords(withdrawn.filter((row) => row.authorId !== actor)),
  }
}

function decisionsOf(
  rulings: ReadonlyMap<string, Ruling>,
  undone: readonly ChangeEntry[],
  { actor, at }: Hand,
): NewDecision[] {
  const by = { personId: actor, at }
  return [
    ...[...rulings.values()].map(({ entry, verdict, reason }) => ({
      changeId: entry.id as ChangeId,
      verdict,
      reason,
      ...by,
    })),
    ...undone.map(({ id }) => ({
      changeId: id as ChangeId,
      verdict: 'undone' as const,
      reason: null,
      ...by,
    })),
  ]
}
