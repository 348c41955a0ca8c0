import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorSnapshot } from '../../editor/api.ts'

/** What is open, as the frame shows it. Whether approval is blocked is decided in main, never here. */
export type Counts = {
  readonly words: number
  /** Open changes, counted as main, Word and LibreOffice do: a replacement is two. */
  readonly changes: number
  readonly comments: number
  readonly musts: number
  readonly orphans: number
  readonly claims: number
  readonly notCleared: number
}

/** Changes and words come from the text as it stands in the window, the rest from the last state of main. */
export function countsOf(state: ReviewState, snapshot: EditorSnapshot | null): Counts {
  const open = state.threads.filter((thread) => thread.resolvedAt === null)
  const changes =
    snapshot === null
      ? state.changes.filter((change) => change.state === 'open').length
      : snapshot.index.changes.length
  return {
    words: snapshot?.index.words ?? state.words,
    changes,
    comments: open.length,
    musts: open.filter((thread) => thread.level === 'must').length,
    orphans: open.filter((thread) => thread.orphaned).length,
    claims: state.claims.length,
    notCleared: state.claims.filter((claim) => !claim.cleared).length,
  }
}

/** Words a reader takes in each minute: Brysbaert 2019, silent reading of non-fiction in English. */
const WORDS_A_MINUTE = 238

export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** Which of the open changes the caret stands in, from 1; 0 when in none. */
export function currentChange(snapshot: EditorSnapshot): { readonly at: number; readonly of: number } {
  const { changes } = snapshot.index
  return { at: changes.findIndex((change) => change.id === snapshot.changeId) + 1, of: changes.length }
}
