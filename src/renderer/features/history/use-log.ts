import { useEffect, useState } from 'react'
import type { Outcome } from '../../../shared/contract.ts'
import type { ArticleId } from '../../../shared/model/ids.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { host } from '../../host/host.ts'

type Read<T> = { readonly rows: T | null; readonly failure: string }

function useRead<T>(state: ReviewState, ask: (articleId: ArticleId) => Promise<Outcome<T>>): Read<T> {
  const [read, setRead] = useState<Read<T>>({ rows: null, failure: '' })
  // The state is a new object after every act and every save: then there are new lines.
  useEffect(() => {
    let stale = false
    const load = async (): Promise<void> => {
      const outcome = await ask(state.article.id)
      if (stale) return
      setRead(
        outcome.ok ? { rows: outcome.value, failure: '' } : { rows: null, failure: outcome.error.message },
      )
    }
    void load()
    return () => {
      stale = true
    }
  }, [ask, state])
  return read
}

const askLog = (articleId: ArticleId) => host.call('review.log', { articleId })
const askDecisions = (articleId: ArticleId) => host.call('review.decisions', { articleId })

export function useLog(state: ReviewState) {
  const { rows: log, failure } = useRead(state, askLog)
  return { log, failure }
}

export function useDecisions(state: ReviewState) {
  const { rows: decisions, failure } = useRead(state, askDecisions)
  return { decisions, failure }
}
