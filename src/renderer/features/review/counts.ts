import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorSnapshot } from '../../editor/api.ts'

/** What is open, as the frame shows it. Whether approval is blocked is decided in main, never here. */
export type Counts = {
  readonly words: number
  /** Open changes; a replacement is one. */
  readonly changes: number
  readonly comments: number
  readonly musts: number
  readonly orphans: number
  readonly claims: number
  readonly notCleared: number
}

type OfState = Omit<Counts, 'words' | 'changes'>

/** A state holds thousands of records, and is asked at every key. */
const ofStates = new WeakMap<ReviewState, OfState>()

function ofState(state: ReviewState): OfState {
  const known = ofStates.get(state)
  if (known) return known
  const open = state.threads.filter((thread) => thread.resolvedAt === null)
  const counts = {
    comments: open.length,
    musts: open.filter((thread) => thread.level === 'must').length,
    orphans: open.filter((thread) => thread.orphaned).length,
    claims: state.claims.length,
    notCleared: state.claims.filter((claim) => !claim.cleared).length,
  }
  ofStates.set(state, counts)
  return counts
}

/** Changes and words come from the text as it stands in the window, the rest from the last state of main. */
export function countsOf(state: ReviewState, snapshot: EditorSnapshot | null): Counts {
  const changes =
    snapshot === null
      ? state.changes.filter((change) => change.state === 'open').length
      : snapshot.index.changeCount
  return { words: snapshot?.index.words ?? state.words, changes, ...ofState(state) }
}

/** Words a reader takes in each minute: Brysbaert 2019, silent reading of non-fiction in English. */
const WORDS_A_MINUTE = 238

export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE))
}

/** Which of the open changes the caret stands in, from 1; 0 when in none. */
export function currentChange(snapshot: EditorSnapshot): { readonly at: number; readonly of: number } {
  const { changeId, index } = snapshot
  const of = index.changeCount
  if (changeId === null) return { at: 0, of }
  const before = new Set<string>()
  for (const change of index.changes) {
    before.add(change.groupId)
    if (change.id === changeId) return { at: [...before].indexOf(change.groupId) + 1, of }
  }
  return { at: 0, of }
}
