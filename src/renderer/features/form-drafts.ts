import { create } from 'zustand'
import { useReview } from './review/store.ts'
import { useSession } from './session-store.ts'

type FormDrafts<T> = {
  /** The draft of that form as it is now; null where nobody has begun one. */
  readonly use: (form: string) => T | null
  readonly read: (form: string) => T | null
  /** Null: it was sent, or dropped. */
  readonly keep: (form: string, draft: T | null) => void
}

function keyOf(articleId: string | null, personId: string | undefined, form: string): string {
  return `${articleId ?? ''} ${personId ?? ''} ${form}`
}

/**
 * What was begun in forms and neither sent nor dropped, by article, person and form: nobody is shown the words of
 * somebody else at the same desk. Kept in memory alone: into the form of an unnamed source somebody may have typed what
 * is to be stored nowhere.
 */
export function createFormDrafts<T>(): FormDrafts<T> {
  const useDrafts = create<Readonly<Record<string, T>>>()(() => ({}))
  const keyNow = (form: string) =>
    keyOf(useReview.getState().articleId, useSession.getState().session?.actor.personId, form)
  return {
    use: (form) => {
      const articleId = useReview((review) => review.articleId)
      const personId = useSession((store) => store.session?.actor.personId)
      return useDrafts((drafts) => drafts[keyOf(articleId, personId, form)] ?? null)
    },
    read: (form) => useDrafts.getState()[keyNow(form)] ?? null,
    keep: (form, draft) => {
      const { [keyNow(form)]: _before, ...others } = useDrafts.getState()
      useDrafts.setState(draft === null ? others : { ...others, [keyNow(form)]: draft }, true)
    },
  }
}
