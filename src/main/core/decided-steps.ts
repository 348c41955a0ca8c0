import type { Node } from 'prosemirror-model'
import type { ParsedArgs } from '../../shared/contract.ts'
import { decide } from '../../shared/document/decide/decide.ts'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import type { ChangeEntry, PlacedIndex } from '../../shared/document/index/document-index.ts'
import type { ChangeDecision } from '../../shared/model/change.ts'

type Claim = ParsedArgs<'document.save'>['decided'][number]

/** One stretch of an edit that may have decided something. */
export type Stage = { readonly before: Node; readonly after: Node }

/** What the steps did to a change, and the reason that was given. */
export type Ruling = {
  readonly entry: ChangeEntry
  /** Shared by the halves of a replacement that were decided together; null for a change decided alone. */
  readonly groupId: string | null
  readonly verdict: Claim['verdict']
  readonly reason: string | null
}

type Verdict = Pick<Ruling, 'verdict' | 'reason'>

/** Of each change whose decision was undone: what the decision was. */
export function undoneDecisions(decisions: readonly ChangeDecision[]): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>()
  const undone = new Set<string>()
  for (const { changeId, verdict, reason } of decisions) {
    if (verdict === 'undone') undone.add(changeId)
    else {
      undone.delete(changeId)
      verdicts.set(changeId, { verdict, reason })
    }
  }
  return new Map([...verdicts].filter(([id]) => undone.has(id)))
}

/** Ids that more than one of the changes have as their group. */
export function sharedGroups(changes: readonly ChangeEntry[]): ReadonlySet<string> {
  const once = new Set<string>()
  const shared = new Set<string>()
  for (const { groupId } of changes) (once.has(groupId) ? shared : once).add(groupId)
  return shared
}

/** Whether the stretch did just this, and nothing else. */
function didDecide({ before, after }: Stage, ids: ReadonlySet<string>, verdict: Claim['verdict']): boolean {
  return ids.size > 0 && decide(before, ids, verdict === 'accepted' ? 'accept' : 'reject').doc.eq(after)
}

/**
 * What a window says was decided is believed where doing it again gives the same text. A step that takes an undone
 * decision up again comes without a word from the window: `undone` says what that decision was. `known`: the index of
 * a text like these, so that only what differs is read.
 */
export function readRulings(
  stages: readonly Stage[],
  claims: readonly Claim[],
  undone: () => ReadonlyMap<string, Verdict>,
  known?: PlacedIndex,
): ReadonlyMap<string, Ruling> {
  const rulings = new Map<string, Ruling>()
  for (const stage of stages) {
    const open = indexDocument(stage.before, known).changes
    const present = new Set(indexDocument(stage.after, known).changes.map((entry) => entry.id))
    const gone = open.filter((entry) => !present.has(entry.id))
    if (gone.every((entry) => rulings.has(entry.id))) continue
    const verdicts = verdictsOn(stage, open, gone, claims, undone)
    const ruled = gone.filter((entry) => verdicts.has(entry.id))
    const shared = sharedGroups(ruled)
    for (const entry of ruled) {
      const verdict = verdicts.get(entry.id)
      const groupId = shared.has(entry.groupId) ? entry.groupId : null
      if (verdict) rulings.set(entry.id, { entry, groupId, ...verdict })
    }
  }
  return rulings
}

function verdictsOn(
  stage: Stage,
  open: readonly ChangeEntry[],
  gone: readonly ChangeEntry[],
  claims: readonly Claim[],
  undone: () => ReadonlyMap<string, Verdict>,
): ReadonlyMap<string, Verdict> {
  const goneIds = new Set(gone.map((entry) => entry.id))
  const openIds = new Set(open.map((entry) => entry.id))
  for (const { changeIds, verdict, reason } of claims) {
    if (!changeIds.some((id) => goneIds.has(id))) continue
    const ids = new Set<string>(changeIds.filter((id) => openIds.has(id)))
    if (didDecide(stage, ids, verdict)) {
      return new Map([...ids].map((id) => [id, { verdict, reason: reason === '' ? null : reason }]))
    }
  }
  const before = undone()
  for (const wanted of ['accepted', 'rejected'] as const) {
    const again = [...before].filter(([id, { verdict }]) => verdict === wanted && goneIds.has(id))
    if (didDecide(stage, new Set(again.map(([id]) => id)), wanted)) return new Map(again)
  }
  return new Map()
}
