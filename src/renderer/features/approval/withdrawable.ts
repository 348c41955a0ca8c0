import type { SignOff, SlotState } from '../../../shared/model/approval.ts'
import type { Article } from '../../../shared/model/article.ts'
import type { Actor } from '../../../shared/model/person.ts'

/** What holds, by the signer or somebody in the same role; a locked article is re-opened instead. Main decides again. */
export function mayWithdraw(
  { locked, readOnly, editRight }: Pick<Article, 'locked' | 'readOnly' | 'editRight'>,
  { state, signOff }: SlotState,
  actor: Actor | null,
): boolean {
  if (locked || readOnly !== '' || editRight !== 'here') return false
  if (signOff === null || state !== 'signed' || actor === null) return false
  return signOff.personId === actor.personId || signOff.role === actor.role
}

/** Ids of the signatures that were taken back: a withdrawal strikes the last word of its slot before it. */
export function withdrawnOf(signOffs: readonly SignOff[]): ReadonlySet<string> {
  const last = new Map<string, string>()
  const struck = new Set<string>()
  for (const { id, slot, decision } of signOffs.toSorted((a, b) => a.at - b.at || a.seq - b.seq)) {
    if (decision !== 'withdraw') {
      last.set(slot, id)
      continue
    }
    const before = last.get(slot)
    if (before !== undefined) struck.add(before)
    last.delete(slot)
  }
  return struck
}
