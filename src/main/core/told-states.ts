import { keepSame } from '../../shared/keep-same.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import { describeNews } from '../../shared/review-news.ts'
import type { ToldNews } from '../../shared/review-news.ts'

/** States that windows may still name; the one told longest ago goes first, and who names it is told all anew. */
const KEPT = 16

export type ToldStates = {
  /** The name of a state that a window is told, for it to ask what came after. */
  tell(state: ReviewState): string
  /** A state, to a window that was told another, or nothing that is still known here. */
  tellNews(since: string | null, state: ReviewState): { readonly token: string; readonly told: ToldNews }
}

/** `run`: differs in every run of the app, so that no window takes a state of another run for one of this. */
export function createToldStates(run: string): ToldStates {
  const states = new Map<string, ReviewState>()
  /** Name of what was told last of each article. */
  const latest = new Map<ArticleId, string>()
  let count = 0

  /** Shares with the state told last all that is the same, so that many of them take no more room than one. */
  const remember = (fresh: ReviewState): { readonly token: string; readonly state: ReviewState } => {
    const { id } = fresh.article
    const last = latest.get(id)
    const known = last === undefined ? undefined : states.get(last)
    const state = keepSame(known, fresh)
    const isKnown = last !== undefined && state === known
    const token = isKnown ? last : `${run}-${(count += 1)}`
    // Told again, it is the newest.
    states.delete(token)
    states.set(token, state)
    latest.set(id, token)
    const oldest = states.keys().next().value
    if (states.size > KEPT && oldest !== undefined) states.delete(oldest)
    return { token, state }
  }

  return {
    tell: (state) => remember(state).token,
    tellNews: (since, fresh) => {
      const before = since === null ? undefined : states.get(since)
      const { token, state } = remember(fresh)
      return before?.article.id === state.article.id
        ? { token, told: { kind: 'changed', news: describeNews(before, state) } }
        : { token, told: { kind: 'whole', state } }
    },
  }
}
