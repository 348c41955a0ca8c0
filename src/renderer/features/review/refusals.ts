import { announce } from '../../ui/announcer.tsx'
import { whatHidesText } from './out-of-sight.ts'
import { useReview } from './store.ts'

/** Why something is not done now, and what to do about it. */
export const REFUSALS = {
  reading: 'Read mode decides nothing. Choose Suggest or Edit first.',
  unchanging: 'Read mode changes nothing. Choose Suggest or Edit first.',
  locked: 'The article is approved and locked. Re-open it to go on working on it.',
  noWords: 'Put the caret on a word or select some words first; deleted words bear no claim.',
  noLinkWords: 'Put the caret on a word or select some words first; deleted words lead nowhere.',
  noMarkerWords: 'Put the caret on a word or select some words first; deleted words are not marked.',
  noChange: 'The caret stands in no change. F8 goes to the next one.',
  noSelectedChange: 'No open change stands in the selection. Select the words that hold some first.',
  original: 'This is the original text, to be read. Show the redline to work on it.',
  final: 'This is the final text, to be read. Show the redline to work on it.',
  comparison: 'Two texts are compared here. Escape goes back to the manuscript.',
  sheet: 'A sign-off sheet lies over the text. Escape goes back to the manuscript.',
} as const

export type Refusal = keyof typeof REFUSALS

/** Says aloud and shows why not. */
export function refuse(why: Refusal): void {
  tell(REFUSALS[why])
}

/** The same in words of its own. */
export function tell(reason: string): void {
  announce(reason)
  useReview.getState().setError(reason)
}

/** Why the change at the caret, or any, cannot be decided; null when it can. */
export function whyUndecidable(): Refusal | null {
  const { state, snapshot } = useReview.getState()
  if (state?.article.locked === true) return 'locked'
  return whatHidesText() ?? (snapshot?.mode === 'read' ? 'reading' : null)
}

/** Why nothing can be done with caret and selection: they are not in the text that is shown. */
export function whyNoCaret(): Refusal | null {
  const { state, snapshot } = useReview.getState()
  if (state?.article.locked === true) return 'locked'
  const hidden = whatHidesText()
  if (hidden !== null) return hidden
  const projection = snapshot?.projection ?? 'redline'
  return projection === 'redline' ? null : projection
}

/** Of a text command that did nothing. */
export function sayWhyNot(reason: string | null = null): void {
  const why = whyNoCaret()
  if (why !== null) refuse(why)
  else if (useReview.getState().snapshot?.mode === 'read') refuse('unchanging')
  else if (reason !== null) tell(reason)
  else announce('That does not apply here.')
}
