import { create } from 'zustand'

/** Where a thread is shown: in the list of the tab, as a card in the margin, or in the editor of its claim. */
export type Place = 'list' | 'card' | 'claim'

type OpenFields = {
  readonly open: ReadonlySet<string>
  /** The field that takes the focus as soon as it is there; one that only comes into sight again does not. */
  readonly wanted: string | null
  readonly show: (name: string) => void
  readonly hide: (name: string) => void
  readonly taken: () => void
}

/** Fields for a reply or for other words that somebody has opened; their words are drafts. */
export const useOpenFields = create<OpenFields>()((set, get) => ({
  open: new Set(),
  wanted: null,
  show: (name) => set({ open: new Set([...get().open, name]), wanted: name }),
  hide: (name) => set({ open: new Set([...get().open].filter((other) => other !== name)) }),
  taken: () => set({ wanted: null }),
}))
