import type { Status } from '../../../shared/model/article.ts'
import type { MoveKind } from '../../../shared/model/workflow.ts'
import { announce } from '../../ui/announcer.tsx'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES } from '../words.ts'
import { useReview } from './store.ts'
import { moveOf } from './workflow.ts'

/** Begins a move: the approval on its sheet, every other in its dialog, which also says what stands in the way. */
export function askMove(kind: MoveKind, to: Status): void {
  // What was refused before is not about this.
  useReview.getState().setError(null)
  if (kind !== 'approve') return useShell.getState().show({ kind: 'move', move: kind, to })
  const { setTab, setSignSlot } = useReview.getState()
  setTab('signoff')
  setSignSlot('approval')
}

const NOT_FROM: Readonly<Record<MoveKind, string>> = {
  on: 'There is no next step to move on to',
  back: 'There is no earlier step to move back to',
  return: 'It cannot be returned',
  hold: 'It cannot be held',
  kill: 'It cannot be killed',
  resume: 'Only what is returned, held or killed is taken up again',
  approve: 'Approval is signed at Ready',
  file: 'Only what is approved can be filed',
  reopen: 'Only what is approved or filed is re-opened',
  correct: 'Only what is approved or filed is corrected',
}

/** The next step, whichever way it is reached: the approval is signed, and what is approved is filed. */
const WAYS_ON: readonly MoveKind[] = ['on', 'approve', 'file']

/** As a command does: where the article stands somewhere else, says so. */
export function askMoveOf(kind: MoveKind): void {
  const { state, setError } = useReview.getState()
  if (state === null) return
  const ways = kind === 'on' ? WAYS_ON : [kind]
  const move = ways.map((way) => moveOf(state.moves, way)).find((each) => each !== null)
  if (move !== undefined) return askMove(move.kind, move.to)
  const words = `${NOT_FROM[kind]}; the article is at ${STATUS_NAMES[state.article.status]}.`
  announce(words)
  setError(words)
}

/** Opens the menu of the present step. */
export function openMoveMenu(): void {
  const trigger = document.querySelector<HTMLElement>('[data-step-menu]')
  trigger?.focus()
  trigger?.click()
}
