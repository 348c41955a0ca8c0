import type { ChangeEntry } from '../../../shared/document/document-index.ts'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { EditorSnapshot, Target } from '../../editor/api.ts'

/** What stands in the margin, in text order: `wanted` is the top of the line it speaks of. */
export type CardItem = { readonly id: string; readonly wanted: number } & (
  | { readonly kind: 'thread'; readonly thread: ThreadView; readonly lost: boolean }
  | { readonly kind: 'change'; readonly group: readonly ChangeEntry[] }
  /** One line without a box: a format, a split, a join, a paragraph's style. */
  | { readonly kind: 'note'; readonly change: ChangeEntry }
  | { readonly kind: 'composer' }
)

export const COMPOSER = 'composer'

type Situation = {
  readonly state: ReviewState
  readonly snapshot: EditorSnapshot
  readonly current: Target | null
  readonly tops: ReadonlyMap<string, number>
  /** Top of the selection while a new comment is being written. */
  readonly composing: number | null
}

export function cardItems({ state, snapshot, current, tops, composing }: Situation): readonly CardItem[] {
  const isCurrent = (id: string) => current?.id === id
  const items: CardItem[] = []
  for (const thread of state.threads) {
    if (thread.target.kind !== 'range' || (thread.resolvedAt !== null && !isCurrent(thread.id))) continue
    const lost = (snapshot.index.comments.get(thread.id)?.words ?? '') === ''
    items.push({
      kind: 'thread',
      id: thread.id,
      thread,
      lost,
      // One without any place stands at the head of the margin.
      wanted: tops.get(thread.id) ?? 0,
    })
  }
  const { changes } = snapshot.index
  const active = changes.find((change) => isCurrent(change.id))
  const group = changes.filter((change) => change.groupId === active?.groupId)
  for (const change of changes) {
    const wanted = tops.get(change.id) ?? 0
    if (group[0] === change) items.push({ kind: 'change', id: change.id, group, wanted })
    else if (!group.includes(change) && isNote(change)) {
      items.push({ kind: 'note', id: change.id, change, wanted })
    }
  }
  if (composing !== null) items.push({ kind: 'composer', id: COMPOSER, wanted: composing })
  return items.sort((one, other) => one.wanted - other.wanted)
}

function isNote(change: ChangeEntry): boolean {
  return change.kind !== 'insertion' && change.kind !== 'deletion'
}
