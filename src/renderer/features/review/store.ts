import { create } from 'zustand'
import type { Args, MethodName, Outcome, Result } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { EditorHandle, EditorSnapshot, SaveState, Target } from '../../editor/api.ts'
import { host } from '../../host/host.ts'

export type Tab = 'changes' | 'comments' | 'claims' | 'sources' | 'history' | 'signoff'

/** Methods that answer with the whole state of the review. */
type StateMethod = {
  [M in MethodName]: Result<M> extends ReviewState ? M : never
}[MethodName]

/** The open review: what main says of it, and the editor that shows its text. */
type ReviewStore = {
  readonly articleId: ArticleId | null
  readonly doc: unknown
  readonly people: readonly Person[]
  readonly state: ReviewState | null
  readonly editor: EditorHandle | null
  readonly snapshot: EditorSnapshot | null
  readonly saveState: SaveState | null
  readonly tab: Tab
  readonly panelOpen: boolean
  /** The thread, change or claim that is current: its card is active, its words tinted. */
  readonly current: Target | null
  /** The claim open in the claim editor. */
  readonly openClaim: string | null
  readonly error: string | null

  open(articleId: ArticleId): Promise<void>
  close(): Promise<void>
  refresh(): Promise<void>
  /** Calls a method that answers with the new state, and keeps it; `error` says why not. */
  act<M extends StateMethod>(method: M, args: Args<M>): Promise<Outcome<Result<M>>>
  setEditor(editor: EditorHandle | null): void
  setSnapshot(snapshot: EditorSnapshot): void
  setSaveState(saveState: SaveState): void
  setTab(tab: Tab): void
  togglePanel(): void
  setCurrent(current: Target | null): void
  setOpenClaim(claimId: string | null): void
  setError(error: string | null): void
}

const CLOSED = {
  articleId: null,
  doc: null,
  people: [],
  state: null,
  editor: null,
  snapshot: null,
  saveState: null,
  current: null,
  openClaim: null,
  error: null,
} as const

export const useReview = create<ReviewStore>()((set, get) => ({
  ...CLOSED,
  tab: 'claims',
  panelOpen: true,

  open: async (articleId) => {
    const outcome = await host.call('review.open', { articleId })
    if (!outcome.ok) {
      set({ error: outcome.error.message })
      return
    }
    const { doc, people, state } = outcome.value
    set({ ...CLOSED, articleId, doc, people, state })
  },
  close: async () => {
    await get().editor?.flush()
    set(CLOSED)
  },
  refresh: async () => {
    const { articleId } = get()
    if (articleId === null) return
    const outcome = await host.call('review.state', { articleId })
    if (outcome.ok && get().articleId === articleId) set({ state: outcome.value })
  },
  act: async (method, args) => {
    const outcome = await host.call(method, args)
    if (outcome.ok) set({ state: outcome.value, error: null })
    else set({ error: outcome.error.message })
    return outcome
  },
  setEditor: (editor) => set({ editor }),
  setSnapshot: (snapshot) => set({ snapshot }),
  setSaveState: (saveState) => set({ saveState }),
  setTab: (tab) => set({ tab, panelOpen: true, openClaim: null }),
  togglePanel: () => set({ panelOpen: !get().panelOpen }),
  setCurrent: (current) => set({ current }),
  setOpenClaim: (openClaim) => set({ openClaim }),
  setError: (error) => set({ error }),
}))
