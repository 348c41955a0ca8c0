import type { ReviewState } from '../../../shared/model/review.ts'
import type { Move } from '../../../shared/model/workflow.ts'
import { personOf, useSession } from '../session-store.ts'
import { obstaclesInWords, whyNotHere, whyNotYou } from './workflow.ts'

/** A move and, where it is refused, why in a sentence. */
export type OfferedMove = { readonly move: Move; readonly refusal: string | null }

/** Why the move is not for whoever sits here, or not for this desk; null: it is for them. */
export function useBar(state: ReviewState): (move: Move) => string | null {
  const session = useSession((store) => store.session)
  return (move) => {
    const here = whyNotHere(state.article)
    if (here !== null || session === null) return here
    const person = personOf(session, session.actor.personId)
    return whyNotYou(move, state.article, session.actor, person)
  }
}

/** Why a move is refused to whoever sits at the desk now, with all that stands in its way; null: it is open to them. */
export function useRefusal(state: ReviewState): (move: Move) => string | null {
  const barOf = useBar(state)
  return (move) => {
    const here = whyNotHere(state.article)
    if (here !== null) return here
    const said = [obstaclesInWords(move.unmet), barOf(move) ?? ''].filter((each) => each !== '').join(' ')
    return said === '' ? null : said
  }
}

/** All that main lists: what is open now comes first, in main's order. */
export function useOffered(state: ReviewState): readonly OfferedMove[] {
  const refusalOf = useRefusal(state)
  const all = state.moves.map((move) => ({ move, refusal: refusalOf(move) }))
  return [...all.filter((each) => each.refusal === null), ...all.filter((each) => each.refusal !== null)]
}
