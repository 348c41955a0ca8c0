import type { ChangeId, ThreadId } from '../../../shared/model/ids.ts'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { newId } from '../../host/new-id.ts'
import { announce } from '../../ui/announcer.tsx'
import { panelHidesMargin } from '../review/narrow.ts'
import { useReview } from '../review/store.ts'
import { storedFirst } from '../review/stored-first.ts'
import { useComposing } from './composing.ts'
import type { ComposerPlace } from './composing.ts'
import type { Draft } from './draft.ts'

/** A comment on words of the text holds on to the selection; that one begins in article/actions.ts. */
export type UnanchoredTarget = Exclude<ThreadTarget, { readonly kind: 'range' }>

/** An open change is written on beside it, a claim in its open editor; all else at the head of the tab. */
function placeFor(target: UnanchoredTarget): ComposerPlace {
  const { openClaim, panelOpen, snapshot } = useReview.getState()
  if (target.kind === 'claim' && openClaim === target.claimId && panelOpen) return 'claim'
  const hasMargin = openClaim === null && !(panelOpen && panelHidesMargin())
  const isOpen =
    target.kind === 'change' &&
    snapshot?.projection === 'redline' &&
    snapshot.index.changes.some((change) => change.id === target.changeId)
  return isOpen && hasMargin ? 'margin' : 'tab'
}

/** Opens the field for a comment on a change, on a claim or on the whole article. */
export function commentOn(target: UnanchoredTarget): void {
  const place = placeFor(target)
  useComposing.getState().start(target, place)
  const { editor, setCurrent, setTab } = useReview.getState()
  if (place === 'margin' && target.kind === 'change') {
    setCurrent({ kind: 'change', id: target.changeId })
    editor?.reveal({ kind: 'change', id: target.changeId })
  }
  if (place === 'tab') setTab('comments')
}

/** The change that is current, or that the caret stands in. */
export function commentOnChange(): void {
  const { current, snapshot, state, setError } = useReview.getState()
  const id = current?.kind === 'change' ? current.id : (snapshot?.changeId ?? null)
  const isKnown = [...(snapshot?.index.changes ?? []), ...(state?.changes ?? [])].some(
    (change) => change.id === id,
  )
  // Ids in the document are plain text; main checks them and gives them their brand.
  if (id !== null && isKnown) return commentOn({ kind: 'change', changeId: id as ChangeId })
  const why = 'The caret stands in no change. F8 goes to the next one.'
  announce(why)
  setError(why)
}

/** Sends a comment that holds on to no words; its id when it is stored. */
export async function sendComment(target: UnanchoredTarget, draft: Draft): Promise<string | null> {
  const { articleId, act, setCurrent } = useReview.getState()
  // Main must know the change: it may have been typed a moment ago.
  if (articleId === null || draft.text.trim() === '' || !(await storedFirst())) return null
  const id = newId() as ThreadId
  const outcome = await act('threads.create', { articleId, edit: null, id, target, ...draft })
  if (!outcome.ok) return null
  setCurrent({ kind: 'comment', id })
  announce('Comment added')
  return id
}

/** The focus goes back to where it was before the field was opened; into the text where that is no longer there. */
export function leaveComposer(): void {
  const { from, close } = useComposing.getState()
  close()
  const { editor } = useReview.getState()
  requestAnimationFrame(() => {
    if (
      from instanceof HTMLElement &&
      from.isConnected &&
      !from.isContentEditable &&
      from !== document.body
    ) {
      from.focus()
    } else editor?.focus()
  })
}
