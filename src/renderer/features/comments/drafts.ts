import { create } from 'zustand'
import type { ThreadTarget } from '../../../shared/model/thread.ts'
import { useReview } from '../review/store.ts'
import { useSession } from '../session-store.ts'
import type { Draft } from './draft.ts'
import { keepInWindow, keptInWindow } from './kept-in-window.ts'

/** What is being written: a new comment, a reply, or one's own words anew. */
export type Writing =
  | { readonly kind: 'new'; readonly target: ThreadTarget }
  | { readonly kind: 'reply'; readonly threadId: string }
  | { readonly kind: 'edit'; readonly messageId: string }

type Drafts = Readonly<Record<string, Draft>>
type DraftsStore = {
  /** By article, author and what is written: nobody is offered the words of somebody else at the same desk. */
  readonly drafts: Drafts
  /** Null throws it away. */
  readonly write: (key: string, draft: Draft | null) => void
}

export const useDrafts = create<DraftsStore>()((set, get) => ({
  drafts: keptInWindow(),
  write: (key, draft) => {
    const others = Object.entries(get().drafts).filter(([other]) => other !== key)
    const drafts = Object.fromEntries(draft === null ? others : [...others, [key, draft]])
    keepInWindow(drafts)
    set({ drafts })
  },
}))

function targetName(target: ThreadTarget): string {
  if (target.kind === 'change') return `change ${target.changeId}`
  return target.kind === 'claim' ? `claim ${target.claimId}` : target.kind
}

export function writingName(writing: Writing): string {
  if (writing.kind === 'new') return `new ${targetName(writing.target)}`
  return writing.kind === 'reply' ? `reply ${writing.threadId}` : `edit ${writing.messageId}`
}

function ownerOf(articleId: string | null, personId: string | undefined): string {
  return `${articleId ?? ''} ${personId ?? ''} `
}

/** Whose drafts are meant now, as the beginning of their keys. */
export function useDraftOwner(): string {
  const articleId = useReview((review) => review.articleId)
  const personId = useSession((store) => store.session?.actor.personId)
  return ownerOf(articleId, personId)
}

export function draftKeyNow(writing: Writing): string {
  const personId = useSession.getState().session?.actor.personId
  return ownerOf(useReview.getState().articleId, personId) + writingName(writing)
}

/** The draft of what is written, if there is one, and how to write on or throw it away. */
export function useDraft(writing: Writing): readonly [Draft | null, (draft: Draft | null) => void] {
  const key = useDraftOwner() + writingName(writing)
  const draft = useDrafts((store) => store.drafts[key] ?? null)
  const write = useDrafts((store) => store.write)
  return [draft, (next) => write(key, next)]
}
