import { create } from 'zustand'
import type { Level } from '../../../shared/model/thread.ts'

/** The comment being written; it is a thread only when it is sent. */
type ComposerStore = {
  readonly open: boolean
  readonly text: string
  readonly level: Level
  readonly start: () => void
  readonly write: (text: string) => void
  readonly setLevel: (level: Level) => void
  readonly close: () => void
}

export const useComposer = create<ComposerStore>()((set) => ({
  open: false,
  text: '',
  level: 'should',
  // A draft that was left open is kept: starting again only brings it back.
  start: () => set({ open: true }),
  write: (text) => set({ text }),
  setLevel: (level) => set({ level }),
  close: () => set({ open: false, text: '', level: 'should' }),
}))
