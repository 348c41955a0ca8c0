import type { ChangeEntry, DocumentIndex } from '../../../shared/document/index/document-index.ts'
import type { ReviewState, ThreadView } from '../../../shared/model/review.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import type { Target } from '../../editor/api.ts'
import { aboutThread } from '../comments/about.ts'
import type { About } from '../comments/about.ts'

/** What stands in the margin, in text order: `wanted` is the top of the line it speaks of. */
export type CardItem = { readonly id: string; readonly wanted: number } & (
  | { readonly kind: 'thread'; readonly thread: ThreadView; readonly about: About; readonly lost: boolean }
  | { readonly kind: 'change'; readonly group: readonly ChangeEntry[] }
  /** One line without a box: a format, a split, a join, a paragraph's style. */
  | { readonly kind: 'note'; readonly change: ChangeEntry }
  | { readonly kind: 'composer'; readonly target: ThreadTarget }
)

export const COMPOSER = 'composer'

type Situation = {
  readonly state: ReviewState
  readonly index: Pick<DocumentIndex, 'changes' | 'comments'>
  readonly current: Target | null
  /** Tops of what is near the window; anything else gets no card. */
  readonly tops: ReadonlyMap<string, number>
  /** What a new comment is being written about in the margin, and the top of it. */
  readonly composing: { readonly target: ThreadTarget; readonly top: number } | null
  readonly nameOf: (id: string) => string
}

export function cardItems(situation: Situation): readonly CardItem[] {
  const { composing } = situation
  const items = [...threadItems(situation), ...changeItems(situation)]
  if (composing !== null) {
    items.push({ kind: 'composer', id: COMPOSER, target: composing.target, wanted: composing.top })
  }
  return items.sort((one, other) => one.wanted - other.wanted)
}

/** Comments on words stand beside them, those on an open change beside that; the others are in the tab alone. */
function threadItems(situation: Situation): CardItem[] {
  const { state, index, current, tops } = situation
  return state.threads.flatMap((thread): CardItem[] => {
    const { id, target } = thread
    if (thread.resolvedAt !== null && current?.id !== id) return []
    if (target.kind === 'article' || target.kind === 'claim') return []
    const anchor = target.kind === 'range' ? index.comments.get(id) : undefined
    const lost = target.kind === 'range' && (anchor?.words ?? '') === ''
    // One without any place stands at the head of the margin.
    const wanted = target.kind === 'change' ? tops.get(target.changeId) : anchor ? tops.get(id) : 0
    if (wanted === undefined) return []
    const about = aboutThread(thread, situation)
    return [{ kind: 'thread', id, thread, about, lost, wanted }]
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
