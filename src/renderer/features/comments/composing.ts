import { create } from 'zustand'
import type { ThreadTarget } from '../../../shared/model/thread.ts'

/** Where the field of a new comment stands: beside its words, at the head of the tab, or in the claim's editor. */
export type ComposerPlace = 'margin' | 'tab' | 'claim'

type ComposingStore = {
  /** What the comment that is being written is about; its words are a draft (drafts.ts). */
  readonly target: ThreadTarget | null
  readonly place: ComposerPlace
  /** What had the focus before, and gets it back. */
  readonly from: Element | null
  readonly start: (target: ThreadTarget, place: ComposerPlace) => void
  readonly close: () => void
}

export const useComposing = create<ComposingStore>()((set) => ({
  target: null,
  place: 'margin',
  from: null,
  start: (target, place) => set({ target, place, from: document.activeElement }),
  close: () => set({ target: null, from: null }),
}))
