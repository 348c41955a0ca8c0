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
    blockers: state.blockers.length,
    slotsSigned: required.filter((slot) => slot.state === 'signed').length,
    slotsRequired: required.length,
    textHash: state.textHash,
  }
}
