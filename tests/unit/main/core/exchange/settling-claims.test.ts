import { expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { parseDocument } from '../../../../../src/shared/document/stored-steps.ts'
import { articleId, beginEach, day, night } from '../../../../support/day-and-night.ts'
import { CLAIM_ID, SOURCE_ID, rangeOf, record } from '../../../../support/journey-desk.ts'
import { editOf } from '../../../../support/library.ts'
import { pack, sit, take } from '../../../../support/two-desks.ts'

beginEach()

/** A claim with its source, at both desks. */
async function claimAtBoth(): Promise<void> {
  const library = day.library()
  const { doc, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  const edit = editOf(parsed.doc, state.seq, (transform) => {
    const { from, to } = rangeOf(transform.doc, 'boats came')
    transform.addMark(from, to, schema.marks.claim.create({ id: CLAIM_ID }))
  })
  const said = { kind: 'event', risk: 'medium', paraphrase: 'Boats came.' } as const
  await library.must('claims.create', { articleId, edit, id: CLAIM_ID, ...said })
  await library.must('sources.create', { articleId, id: SOURCE_ID, fields: record })
  const source = { sourceId: SOURCE_ID, locator: 'item 7', note: '' }
  await library.must('claims.attach', { articleId, claimId: CLAIM_ID, source })
  await take(night, await pack(day, articleId))
}

test('a verdict is not chosen for a claim that has lost what it rested on', async () => {
  await claimAtBoth()
  await sit(night.library(), 'checker')
  await night.library().must('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'verified' })
  await sit(night.library(), 'desk')
  await day.library().must('claims.detach', { articleId, claimId: CLAIM_ID, sourceId: SOURCE_ID })
  await take(day, await pack(night, articleId))
  const { conflicts } = await day.library().must('review.state', { articleId })
  const conflict = conflicts.find(({ what }) => what.field === 'status')
  if (!conflict) throw new Error('No conflict about the status')
  const isVerified = (conflict.one.value as { readonly status: string }).status === 'verified'
  const settle = (choice: 'one' | 'other') =>
    day.library().call('conflicts.settle', { articleId, conflictId: conflict.id, choice })
  const refused = await settle(isVerified ? 'one' : 'other')
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('R6') } })
  expect(await settle(isVerified ? 'other' : 'one')).toMatchObject({ ok: true })
  const { claims } = await day.library().must('review.state', { articleId })
  expect(claims[0]?.status).not.toBe('verified')
})
