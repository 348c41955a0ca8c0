import type { ClaimSource } from '../../../shared/model/claim.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'

/** A link as it begins: it supports the claim as a whole. */
function newLink(sourceId: string): ClaimSource {
  return {
    // An id is an id only once main has stored it under one.
    sourceId: sourceId as SourceId,
    locator: '',
    note: '',
    bears: ['claim'],
    stance: 'supports',
    answer: '',
  }
}

/** Attaches a source of the article to a claim; true when it is stored, or was attached before. */
export async function attachTo(claim: ClaimView, sourceId: string): Promise<boolean> {
  if (claim.sources.some((link) => link.sourceId === sourceId)) {
    announce(`It is attached to claim ${claim.number} already.`)
    return true
  }
  const done = await saveLink(claim, newLink(sourceId))
  if (done) announce(`Source attached to claim ${claim.number}.`)
  return done
}

/** Replaces all that is said of one source of a claim. */
export async function saveLink(claim: ClaimView, link: ClaimSource): Promise<boolean> {
  const { act, articleId } = useReview.getState()
  if (articleId === null) return false
  const source = { ...link, bears: [...link.bears] }
  const outcome = await act('claims.attach', { articleId, claimId: claim.id, source })
  return outcome.ok
}
