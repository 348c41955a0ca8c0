import type { AnchorMark } from '../../../shared/model/anchor.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { host } from '../../host/host.ts'
import { useReview } from './store.ts'
import { storedFirst } from './stored-first.ts'

/** What can be done about a comment or a claim whose words are gone, or whose place is not sure. */

type Anchor = { readonly mark: AnchorMark; readonly id: string }

/** True where an anchor was put over words by likeness, and nobody has said that they are the right ones. */
export function needsCheck({ anchors }: ReviewState, { mark, id }: Anchor): boolean {
  return anchors.some((one) => one.mark === mark && one.id === id && one.attachment === 'check')
}

function tell(message: string): void {
  announce(message)
  useReview.getState().setError(message)
}

/** The open text, with everything typed so far stored; null, with the reason shown, where that cannot be. */
async function openText() {
  const { editor, articleId, setError } = useReview.getState()
  setError(null)
  if (editor === null || articleId === null || !(await storedFirst())) return null
  return { editor, articleId }
}

/** Looks for the last words of an anchor in the text as it is now, and puts it there. */
export async function findAgain({ mark, id }: Anchor): Promise<void> {
  const open = await openText()
  if (open === null) return
  const { editor, articleId } = open
  const quotes = await host.call('anchors.quotes', { articleId, mark, id })
  if (!quotes.ok) return tell(quotes.error.message)
  const { edit, outcome } = editor.findAnchor({ mark, id, quotes: quotes.value })
  if (edit === null) {
    return tell(
      outcome.kind === 'tie'
        ? `Its words stand in ${outcome.places} places, so none was chosen. Select the right ones and place it there.`
        : 'Its words are not in the text. Select the words it stands for now and place it there.',
    )
  }
  const sure = outcome.kind === 'attached'
  const stored = await useReview.getState().act('anchors.place', { articleId, mark, id, edit, sure })
  editor.settle(edit, stored.ok ? { ok: true, value: { seq: stored.value.seq } } : stored)
  if (stored.ok) announce(sure ? 'Found again.' : 'Found words like it. Check the place.')
}

/** These are the words that it speaks of. */
export async function confirmPlace({ mark, id }: Anchor): Promise<void> {
  const open = await openText()
  if (open === null) return
  const outcome = await useReview.getState().act('anchors.confirm', { articleId: open.articleId, mark, id })
  if (outcome.ok) announce('Place confirmed.')
}

/** These are not: it leaves them, and is listed without a place. */
export async function detachPlace({ mark, id }: Anchor): Promise<void> {
  const open = await openText()
  if (open === null) return
  open.editor.detachAnchor(mark, id)
  if (!(await storedFirst())) return
  const outcome = await useReview.getState().act('anchors.detach', { articleId: open.articleId, mark, id })
  if (outcome.ok) announce('Detached. It is listed without a place.')
}
