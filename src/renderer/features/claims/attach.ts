import type { SourceId } from '../../../shared/model/ids.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { saveLink } from './claim-writes.ts'

/** Attaches a source of the article to a claim; true when it is stored, or was attached before. */
export async function attachTo(claim: ClaimView, sourceId: string): Promise<boolean> {
  if (claim.sources.some((link) => link.sourceId === sourceId)) {
    announce(`It is attached to claim ${claim.number} already.`)
    return true
  }
  // An id is an id only once main has stored it under one.
  const done = await saveLink(claim.id, sourceId as SourceId)
  if (done) announce(`Source attached to claim ${claim.number}.`)
  return done
}
