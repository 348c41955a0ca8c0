import { create } from 'zustand'
import type { Args, MethodName, Outcome, Result } from '../../../shared/contract.ts'
import { keepSame } from '../../../shared/keep-same.ts'
import type { Slot } from '../../../shared/model/approval.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { applyNews } from '../../../shared/review-news.ts'
import type { EditorHandle, EditorSnapshot, SaveState, Target } from '../../editor/api.ts'
import { onceAtATime } from '../once-at-a-time.ts'
import { host } from '../../host/host.ts'

export type Tab = 'changes' | 'comments' | 'claims' | 'sources' | 'checks' | 'history' | 'signoff'

/** Methods that answer with the whole state of the review. */
type StateMethod = {
  [M in MethodName]: Result<M> extends ReviewState ? M : never
}[MethodName]

/** The open review: what main says of it, and the editor that shows its text. */
type ReviewStore = {
  readonly articleId: ArticleId | null
  readonly doc: unknown
  /** Sequence number that it was loaded at. */
  readonly loadedSeq: number
  readonly people: readonly Person[]
  readonly state: ReviewState | null
  /** The state that main told last when asked for news, and the name that main knows it by. */
  readonly told: { readonly token: string; readonly state: ReviewState } | null
  readonly editor: EditorHandle | null
  readonly snapshot: EditorSnapshot | null
  readonly saveState: SaveState | null
  readonly tab: Tab
  readonly panelOpen: boolean
  /** The thread, change or claim that is current: its card is active, its words tinted. */
  readonly current: Target | null
  /** The claim open in the claim editor. */
  readonly openClaim: string | null
  /** The slot whose sheet was chosen in Sign-off; null: the one that the role signs. */
  readonly signSlot: Slot | null
  /** The claim editor shows its list of sources to attach. */
  readonly attaching: boolean
  readonly error: string | null

  readonly open: (articleId: string) => Promise<void>
  readonly close: () => Promise<void>
  readonly refresh: () => Promise<void>
  /** Calls a method that answers with the new state, and keeps it; `error` says why not. */
  readonly act: <M extends StateMethod>(method: M, args: Args<M>) => Promise<Outcome<Result<M>>>
  readonly setEditor: (editor: EditorHandle | null) => void
  readonly setSnapshot: (snapshot: EditorSnapshot) => void
  readonly setSaveState: (saveState: SaveState) => void
  readonly setTab: (tab: Tab) => void
  readonly togglePanel: () => void
  readonly setCurrent: (current: Target | null) => void
  /** Opens the claim editor, unfolding the panel on Claims. */
  readonly setOpenClaim: (claimId: string | null) => void
  readonly setSignSlot: (slot: Slot | null) => void
  readonly setAttaching: (attaching: boolean) => void
  readonly setError: (error: string | null) => void
}

const CLOSED = {
  articleId: null,
  doc: null,
  loadedSeq: -1,
  people: [],
  state: null,
  told: null,
  editor: null,
  snapshot: null,
  saveState: null,
  current: null,
  openClaim: null,
  signSlot: null,
  attaching: false,
  error: null,
} as const

/** Typing announces many new states: they are fetched one at a time. */
const refreshing = onceAtATime()

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
    const { doc, people, state, token } = outcome.value
    const loadedSeq = state.seq
    set({ ...CLOSED, articleId: state.article.id, doc, loadedSeq, people, state, told: { token, state } })
  },
  close: async () => {
    const { articleId, editor } = get()
    await editor?.flush()
    // Another article may have been opened while the last words were being saved.
    if (get().articleId === articleId) set(CLOSED)
  },
  refresh: () =>
    refreshing(async () => {
      const { articleId, told: before } = get()
      if (articleId === null) return
      const outcome = await host.call('review.news', { articleId, since: before?.token ?? null })
      if (!outcome.ok || get().articleId !== articleId) return
      const { token, told } = outcome.value
      const next = told.kind === 'whole' ? told.state : before && applyNews(before.state, told.news)
      if (!next) return
      const state = keepSame<ReviewState>(get().state, next)
      set({ state, told: { token, state } })
    }),
  act: async (method, args) => {
    const { articleId } = get()
    const outcome = await host.call(method, args)
    // Of an article that was left meanwhile nothing is shown in the place of another.
    if (get().articleId !== articleId) return outcome
    if (outcome.ok) set({ state: keepSame<ReviewState>(get().state, outcome.value), error: null })
    else set({ error: outcome.error.message })
    return outcome
  },
  setEditor: (editor) => set({ editor }),
  setSnapshot: (snapshot) => set({ snapshot }),
  setSaveState: (saveState) => set({ saveState }),
  setTab: (tab) =>
    set({ tab, panelOpen: true, openClaim: null, signSlot: null, attaching: false, error: null }),
  togglePanel: () => set({ panelOpen: !get().panelOpen }),
  setCurrent: (current) => set({ current }),
  setOpenClaim: (openClaim) =>
    set(
      openClaim === null
        ? { openClaim, attaching: false }
        : { openClaim, attaching: false, tab: 'claims', panelOpen: true },
    ),
  setSignSlot: (signSlot) => set({ signSlot }),
  setAttaching: (attaching) => set({ attaching }),
  setError: (error) => set({ error }),
}))
