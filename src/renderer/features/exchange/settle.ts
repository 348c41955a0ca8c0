import type { Conflict } from '../../../shared/model/conflict.ts'
import { announce } from '../../ui/announcer.tsx'
import { focusInPanel, goToCause } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import type { Choice } from './choice.ts'

const DONE: Readonly<Record<Choice, string>> = {
  one: 'The first side stands now.',
  other: 'The second side stands now.',
  keep: 'It is kept as it stood.',
}

/** False where main refused; the review shows why. */
export async function settle({ id, words }: Conflict, choice: Choice): Promise<boolean> {
  const { act, articleId } = useReview.getState()
  if (articleId === null) return false
  const outcome = await act('conflicts.settle', { articleId, conflictId: id, choice })
  if (outcome.ok) announce(`${words}: ${DONE[choice]}`)
  return outcome.ok
}

/** Where what they differ about is read and changed; of some things that is nowhere. */
export function goToSubject({ what, words }: Conflict): void {
  switch (what.table) {
    case 'claim':
    case 'claim-source':
      return useReview.getState().setOpenClaim(what.id.split('/')[0] ?? what.id)
    case 'thread':
      return goToCause({ kind: 'thread', id: what.id })
    case 'source':
      return useReview.getState().setTab('sources')
    case 'article':
      return goToCause({ kind: 'details' })
    default:
      announce(`${words}: choose a side, or keep it as it stands.`)
  }
}

/** Shows the conflicts, or says that there is none. */
export function goToConflicts(): void {
  const { state, setTab } = useReview.getState()
  setTab('signoff')
  if ((state?.conflicts.length ?? 0) === 0) return announce('No desk has said anything differently.')
  focusInPanel(
    state?.blockers.some(({ code }) => code === 'B7') === true ? '[data-conflict]' : '[data-conflicts]',
  )
}
