import type { ChangeEntry, DocumentIndex } from '../../../shared/document/index/document-index.ts'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { Target } from '../../editor/api.ts'

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
  readonly index: Pick<DocumentIndex, 'changes' | 'comments'>
  readonly current: Target | null
  /** Tops of what is near the window; anything else gets no card. */
  readonly tops: ReadonlyMap<string, number>
  /** Top of the selection while a new comment is being written. */
  readonly composing: number | null
}

export function cardItems(situation: Situation): readonly CardItem[] {
  const { composing } = situation
  const items = [...threadItems(situation), ...changeItems(situation)]
  if (composing !== null) items.push({ kind: 'composer', id: COMPOSER, wanted: composing })
  return items.sort((one, other) => one.wanted - other.wanted)
}

function threadItems({ state, index, current, tops }: Situation): CardItem[] {
  return state.threads.flatMap((thread): CardItem[] => {
    const { id } = thread
    if (thread.target.kind !== 'range' || (thread.resolvedAt !== null && current?.id !== id)) return []
    const anchor = index.comments.get(id)
    // One without any place stands at the head of the margin.
    const wanted = anchor === undefined ? 0 : tops.get(id)
    if (wanted === undefined) return []
    return [{ kind: 'thread', id, thread, lost: (anchor?.words ?? '') === '', wanted }]
  })
}

function changeItems({ index, current, tops }: Situation): CardItem[] {
  const { changes } = index
  const active = changes.find((change) => change.id === current?.id)
  const group = active ? changes.filter((change) => change.groupId === active.groupId) : []
  return changes.flatMap((change): CardItem[] => {
    const wanted = tops.get(change.id)
    if (wanted === undefined) return []
    if (group[0] === change) return [{ kind: 'change', id: change.id, group, wanted }]
    return isNote(change) && !group.includes(change) ? [{ kind: 'note', id: change.id, change, wanted }] : []
  })
}

function isNote(change: ChangeEntry): boolean {
  return change.kind !== 'insertion' && change.kind !== 'deletion'
}
