import { create } from 'zustand'
import { useReview } from '../review/store.ts'

/** What is looked for in the open review. It outlives the bar, so that the next time begins with the last words. */
type FindStore = {
  readonly shown: 'nothing' | 'find' | 'replace'
  readonly text: string
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  /** Counts the times the bar was asked for, so that asking again brings the focus back to it. */
  readonly asked: number
}

export const useFind = create<FindStore>()(() => ({
  shown: 'nothing',
  text: '',
  words: '',
  matchCase: false,
  wholeWords: false,
  asked: 0,
}))

/** Tells the editor what to tint, or that nothing is looked for any more. */
export function search(): void {
  const { shown, text, matchCase, wholeWords } = useFind.getState()
  const query = shown === 'nothing' || text === '' ? null : { text, matchCase, wholeWords }
  useReview.getState().editor?.find.search(query)
}

export function setFind(
  fields: Partial<Pick<FindStore, 'text' | 'words' | 'matchCase' | 'wholeWords'>>,
): void {
  useFind.setState(fields)
  if (!('words' in fields)) search()
}
