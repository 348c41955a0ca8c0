import { afterEach, beforeAll, expect, test } from 'vitest'
import { addClaim, openRoom, warmUp } from '../sources/evidence-room.tsx'
import type { EvidenceRoom } from '../sources/evidence-room.tsx'

beforeAll(warmUp, 60_000)

let room: EvidenceRoom | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

test('an answer that comes when its article has been left is shown in the place of no other', async () => {
  room = await openRoom('claims', async (articleId) => {
    await addClaim(articleId)
  })
  const { review, articleId } = room
  const { act, state, close } = review.getState()
  const claimId = state?.claims[0]?.id ?? ''
  const answer = act('claims.setStatus', { articleId, claimId, status: 'disputed' })
  let answered = false
  void answer.then(() => (answered = true))
  await close()
  expect(review.getState().articleId).toBeNull()
  expect(answered).toBe(false)
  await answer
  expect(review.getState()).toMatchObject({ state: null, error: null })
})
