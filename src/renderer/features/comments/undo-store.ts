import { create } from 'zustand'
import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'

/** Something done to a comment that can be taken back. */
export type Undoable = {
  readonly articleId: string
  /** What was done: "Comment resolved." */
  readonly words: string
  readonly undo: () => void
}

type UndoStore = {
  /** Latest last. */
  readonly done: readonly Undoable[]
  /** The latest is told with a button beside it. */
  readonly told: boolean
  /** How often something was told. */
  readonly turn: number
  readonly push: (done: Undoable) => void
  readonly pop: () => void
  readonly hush: () => void
}

/** So many acts are kept to be taken back. */
const DEPTH = 50

export const useUndo = create<UndoStore>()((set, get) => ({
  done: [],
  told: false,
  turn: 0,
  push: (done) => set({ done: [...get().done, done].slice(-DEPTH), told: true, turn: get().turn + 1 }),
  pop: () => set({ done: get().done.slice(0, -1), told: false }),
  hush: () => set({ told: false }),
}))

/** Says that it is done, and offers to take it back: in a notice, and by the command. */
export function offerUndo(words: string, undo: () => void): void {
  const { articleId } = useReview.getState()
  announce(words)
  if (articleId !== null) useUndo.getState().push({ articleId, words, undo })
}

/** Takes back the latest act on a comment of the open article. */
export function undoLast(): void {
  const last = useUndo.getState().done.at(-1)
  if (last === undefined || last.articleId !== useReview.getState().articleId) {
    announce('There is nothing to take back.')
    return
  }
  useUndo.getState().pop()
  last.undo()
}
