import type { EditorSnapshot } from '../../editor/api.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { useReview } from '../review/store.ts'
import { search, useFind } from './store.ts'

const READING = 'Read mode replaces nothing. Choose Suggest or Edit first.'
const IS_LOCKED = 'The article is approved and locked. Re-open it to replace words in it.'

/** Opens the bar with the words that are selected, or those of the last time. */
export function openFind(shown: 'find' | 'replace'): void {
  const { editor } = useReview.getState()
  if (editor === null) return
  const before = useFind.getState()
  const isOpen = before.shown !== 'nothing'
  const selected = isOpen ? '' : editor.find.selectedWords()
  useFind.setState({
    shown: isOpen && before.shown === 'replace' ? 'replace' : shown,
    text: selected === '' ? before.text : selected,
    asked: before.asked + 1,
  })
  search()
}

/** The focus goes back to the text, to the place that was found. */
export function closeFind(): void {
  useFind.setState({ shown: 'nothing' })
  search()
  useReview.getState().editor?.focus()
}

/** Escape in the bar closes it; false where the key was pressed elsewhere. */
export function leaveFind(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('search') === null) return false
  closeFind()
  return true
}

/** "3 of 17", for the bar and for those who hear it. */
export function foundInWords(found: EditorSnapshot['found']): string {
  if (found === null) return ''
  if (found.count === 0) return 'Nothing found'
  return found.at === 0 ? `${String(found.count)} found` : `${String(found.at)} of ${String(found.count)}`
}

/** The next place, also while the bar is closed; then it opens where there is nothing to look for yet. */
export function goToFound(direction: -1 | 1): void {
  const { shown, text } = useFind.getState()
  if (text === '') return openFind('find')
  if (shown === 'nothing') openFind('find')
  useReview.getState().editor?.find.go(direction)
}

/** Why words cannot be replaced now; null where they can. */
export function whyNotReplace(): string | null {
  const { state, snapshot } = useReview.getState()
  if (state?.article.locked === true) return IS_LOCKED
  return snapshot?.mode === 'read' ? READING : null
}

export function replaceFound(): void {
  const why = whyNotReplace()
  if (why !== null) return announce(why)
  useReview.getState().editor?.find.replace(useFind.getState().words)
}

export function replaceAllFound(): void {
  const why = whyNotReplace()
  if (why !== null) return announce(why)
  const count = useReview.getState().editor?.find.replaceAll(useFind.getState().words) ?? 0
  announce(count === 0 ? 'Nothing was found to replace.' : `Replaced in ${counted(count, 'place')}.`)
}
