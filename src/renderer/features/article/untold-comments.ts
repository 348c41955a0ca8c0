import type { ThreadView } from '../../../shared/model/review.ts'

const idsOf = new WeakMap<readonly ThreadView[], ReadonlySet<string>>()

/**
 * Ids of comments that stand in the text and are not told to this reader, joined by spaces: those that legal keeps to
 * itself. Nothing is drawn for them. A text, so that the same ones are the same to whoever waits for a difference.
 */
export function untoldComments(placed: Iterable<string>, threads: readonly ThreadView[]): string {
  const told = idsOf.get(threads) ?? new Set(threads.map((thread): string => thread.id))
  idsOf.set(threads, told)
  const untold: string[] = []
  for (const id of placed) if (!told.has(id)) untold.push(id)
  return untold.join(' ')
}
