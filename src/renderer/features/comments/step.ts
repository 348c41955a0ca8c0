import type { ThreadView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { personName } from '../review/people.ts'
import { useReview } from '../review/store.ts'
import { aboutThread } from './about.ts'
import { openField } from './draft-field.tsx'
import { goToThread } from './go-to-thread.ts'
import { useThreadList } from './list-store.ts'
import { inTextOrder, targetOf } from './text-order.ts'
import { setResolved } from './thread-acts.ts'
import { threadInWords } from './thread-words.ts'

const NONE_PLACED = 'No open comment stands in the text. Alt 2 lists them all.'

function sameTarget(one: ThreadView, other: readonly { kind: string; id: string }[]): boolean {
  const target = targetOf(one)
  return other.some(({ kind, id }) => target?.kind === kind && target.id === id)
}

/** The open thread after or before the current one, if the caret is still there, else after or before the caret. */
function neighbour(step: 1 | -1): { readonly thread: ThreadView; at: number; of: number } | null {
  const { state, editor, current } = useReview.getState()
  const open = (state?.threads ?? []).filter((thread) => thread.resolvedAt === null)
  const order = editor?.orderOf(open.flatMap((thread) => targetOf(thread) ?? []))
  if (order === undefined) return null
  const threads = inTextOrder(open, order.targets).filter((thread) => sameTarget(thread, order.targets))
  const aside = document.activeElement?.closest('[data-region="panel"], [data-region="margin"]') ?? null
  const chosen = threads.findIndex(
    (thread) => thread.id === current?.id && (aside !== null || sameTarget(thread, order.atCaret)),
  )
  const passed = threads.filter((thread) => sameTarget(thread, order.targets.slice(0, order.passed))).length
  const from = chosen !== -1 ? chosen + step : step === 1 ? passed : passed - 1
  const at = (from + threads.length) % threads.length
  const thread = threads[at]
  return thread === undefined ? null : { thread, at, of: threads.length }
}

/** The caret alone says nothing to somebody who does not see it: what it came to is said, and which of how many. */
function goToNeighbour(step: 1 | -1): void {
  const next = neighbour(step)
  const { state, snapshot } = useReview.getState()
  if (next === null || state === null) return announce(NONE_PLACED)
  goToThread(next.thread)
  const about = aboutThread(next.thread, { state, index: snapshot?.index ?? null, nameOf: personName })
  const words = threadInWords(next.thread, about, (id) => personName(id ?? ''))
  announce(`${next.at + 1} of ${next.of}: ${words}`)
}

export function nextComment(): void {
  goToNeighbour(1)
}

export function previousComment(): void {
  goToNeighbour(-1)
}

/** The current thread, or the one that the caret stands in. */
function chosenThread(): ThreadView | null {
  const { state, current, snapshot } = useReview.getState()
  const id = current?.kind === 'comment' ? current.id : (snapshot?.commentId ?? null)
  const thread = state?.threads.find((one) => one.id === id)
  if (thread === undefined) announce('No comment is chosen. F9 goes to the next one.')
  return thread ?? null
}

/** From the text, or from a card, to the row of the comment in the list. */
export function showInList(): void {
  const thread = chosenThread()
  const { setTab, setCurrent } = useReview.getState()
  setTab('comments')
  if (thread === null) return
  setCurrent({ kind: 'comment', id: thread.id })
  useThreadList.getState().ask(thread.id)
}

/** Opens the field for a reply in the row of the comment. */
export function replyToComment(): void {
  const thread = chosenThread()
  if (thread === null) return
  if (thread.resolvedAt !== null) return announce('It is resolved. Open it again to answer it.')
  const { setTab, setCurrent } = useReview.getState()
  setTab('comments')
  setCurrent({ kind: 'comment', id: thread.id })
  openField({ kind: 'reply', threadId: thread.id }, 'list')
}

export function resolveComment(): void {
  const thread = chosenThread()
  if (thread !== null) void setResolved(thread.id, thread.resolvedAt === null)
}
