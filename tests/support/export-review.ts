import type { ReviewState } from '../../src/shared/model/review.ts'

/** As much of a review as the export window reads, with nothing in it that it counts. */
export function exportReview(fields: Partial<ReviewState> = {}): ReviewState {
  return {
    article: { id: 'ring', slug: 'ring', version: 7, locked: false, headline: 'Ring' },
    textHash: 'a'.repeat(64),
    changes: [],
    threads: [],
    claims: [],
    sources: [],
    waivers: [],
    replies: [],
    consultations: [],
    signOffs: [],
    ...fields,
  } as unknown as ReviewState
}
