import { useEffect } from 'react'
import { create } from 'zustand'
import type { Result } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'
import { onceAtATime } from '../once-at-a-time.ts'

type VersionStore = Result<'versions.list'> & {
  readonly articleId: ArticleId | null
  readonly failure: string
  readonly load: (articleId: ArticleId) => Promise<void>
}

const NONE = { versions: [], head: null, here: '' as Result<'versions.list'>['here'] }

const loading = onceAtATime()

/** The versions of the article that was looked at last, in the order they came. */
export const useVersions = create<VersionStore>()((set, get) => ({
  ...NONE,
  articleId: null,
  failure: '',
  load: (articleId) => {
    if (get().articleId !== articleId) set({ ...NONE, articleId, failure: '' })
    return loading(async () => {
      const wanted = get().articleId
      if (wanted === null) return
      const outcome = await host.call('versions.list', { articleId: wanted })
      if (get().articleId !== wanted) return
      set(outcome.ok ? { ...outcome.value, failure: '' } : { failure: outcome.error.message })
    })
  },
}))

/** Loads them, and again after every act: the state is a new object then. */
export function useFreshVersions(state: ReviewState): void {
  const load = useVersions((store) => store.load)
  useEffect(() => {
    void load(state.article.id)
  }, [state, load])
}
