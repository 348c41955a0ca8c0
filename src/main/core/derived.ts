import type { DocumentIndex } from '../../shared/document/index/document-index.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import type { Derived } from '../store/articles.ts'

/** The numbers of the desk list. */
export function derivedOf(state: ReviewState, index: DocumentIndex): Derived {
  const required = state.slots.filter((slot) => slot.required)
  return {
    openChanges: index.changeCount,
    openMusts: state.threads.filter((thread) => thread.level === 'must' && thread.resolvedAt === null).length,
    openClaims: state.claims.filter((claim) => !claim.cleared).length,
    // Who is here to approve differs from one look at the desk to the next (B6).
    blockers: state.blockers.filter(({ code }) => code !== 'B6').length,
    slotsSigned: required.filter((slot) => slot.state === 'signed').length,
    slotsRequired: required.length,
    textHash: state.textHash,
  }
}
