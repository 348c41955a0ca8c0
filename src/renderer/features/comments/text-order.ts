import type { ThreadView } from '../../../shared/model/review.ts'
import type { Target } from '../../editor/api.ts'
import type { Order } from './list-store.ts'

/** Where a thread stands in the text: in its own words, or in the change or claim that it is about. */
export function targetOf({ id, target }: ThreadView): Target | null {
  switch (target.kind) {
    case 'range':
      return { kind: 'comment', id }
    case 'change':
      return { kind: 'change', id: target.changeId }
    case 'claim':
      return { kind: 'claim', id: target.claimId }
    case 'article':
      return null
  }
}

/** Those that stand nowhere (on the article, orphaned) come first, as they were made; several on one place, too. */
export function inTextOrder(threads: readonly ThreadView[], order: readonly Target[]): readonly ThreadView[] {
  const places = new Map(order.map(({ kind, id }, at) => [`${kind} ${id}`, at]))
  const placed = threads.map((thread) => {
    const target = targetOf(thread)
    return { thread, place: (target && places.get(`${target.kind} ${target.id}`)) ?? -1 }
  })
  return placed.sort((one, other) => one.place - other.place).map(({ thread }) => thread)
}

function lastSaid(thread: ThreadView): number {
  return Math.max(...thread.messages.map((message) => message.at))
}

export function ordered(
  threads: readonly ThreadView[],
  order: Order,
  places: readonly Target[],
): readonly ThreadView[] {
  if (order === 'text') return inTextOrder(threads, places)
  return [...threads].sort((one, other) => lastSaid(other) - lastSaid(one))
}
