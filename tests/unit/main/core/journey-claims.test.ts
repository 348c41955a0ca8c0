import { describe, expect, test } from 'vitest'
import type { Args } from '../../../../src/shared/contract.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { NO_DETAILS } from '../../../../src/shared/model/claim.ts'
import {
  beginEach,
  CLAIM_ID,
  SOURCE_ID,
  addClaim,
  addSource,
  anchor,
  articleId,
  errorOf,
  grantWaiver,
  library,
  rangeOf,
  record,
  save,
  sitDown,
  state,
  verify,
} from '../../../support/journey-desk.ts'

beginEach()

describe('claims', () => {
  test('the reporter verifies nothing, whatever the sources', async () => {
    await addClaim()
    await addSource()
    await sitDown('reporter')
    expect(errorOf(await verify())).toBe('refused')
  })

  test('nobody verifies a claim whose only sources they supplied', async () => {
    await addClaim()
    await addSource()
    const checker = await sitDown('checker')
    const update = (suppliedBy: string | null) =>
      library.must('sources.update', { articleId, sourceId: SOURCE_ID, fields: { ...record, suppliedBy } })
    await update(checker)
    expect(errorOf(await verify())).toBe('refused')
    await update(null)
    expect(errorOf(await verify())).toBe('done')
  })

  test('the refusal says which rule, why, and what would meet it', async () => {
    await addClaim()
    await sitDown('checker')
    const outcome = await verify()
    const message = outcome.ok ? '' : outcome.error.message
    expect(message).toContain('R6 Event: Neither one record')
    expect(message).toContain('To meet it: Attach a grade A record')
  })

  test('a verified claim goes stale with its words, and is fresh again when they come back', async () => {
    await addClaim()
    await addSource()
    await sitDown('checker')
    await verify()
    await sitDown('desk')
    await save((tr) => {
      const { to } = rangeOf(tr.doc, 'moved')
      tr.insert(to, schema.text('x', [schema.marks.claim.create({ id: CLAIM_ID })]))
    })
    expect((await state()).claims).toMatchObject([{ stale: true, cleared: false, words: 'movedx fuel' }])
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'x fuel')
      tr.delete(from, to - 5)
    })
    expect((await state()).claims).toMatchObject([{ stale: false, cleared: true }])
  })

  test('a rule is waived only by a role it names, and the claim runs under that by name', async () => {
    await addClaim()
    const waive = () => library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'waived' })
    await sitDown('desk')
    expect(errorOf(await waive())).toBe('refused')
    await sitDown('copy')
    expect(errorOf(await grantWaiver())).toBe('refused')
    await sitDown('desk')
    expect(errorOf(await grantWaiver())).toBe('done')
    expect((await state()).claims).toMatchObject([{ status: 'found', cleared: false }])
    expect(errorOf(await waive())).toBe('done')
    expect((await state()).claims).toMatchObject([{ status: 'waived', cleared: true }])
  })

  test('no way of settling a claim goes past its rules', async () => {
    await addClaim()
    await sitDown('checker')
    const set = (status: Args<'claims.setStatus'>['status']) =>
      library.call('claims.setStatus', { articleId, claimId: CLAIM_ID, status })
    expect(errorOf(await set('opinion-labelled'))).toBe('refused')
    expect(errorOf(await set('cut'))).toBe('refused')
    await sitDown('desk')
    await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'moved fuel')
      tr.delete(from, to)
    })
    await sitDown('checker')
    expect(errorOf(await set('cut'))).toBe('done')
    expect(errorOf(await verify())).toBe('refused')
  })

  test('a waiver ends when the claim becomes one of another kind or risk', async () => {
    await addClaim()
    await sitDown('desk')
    await grantWaiver()
    await library.must('claims.setStatus', { articleId, claimId: CLAIM_ID, status: 'waived' })
    const said = { articleId, claimId: CLAIM_ID, paraphrase: '', details: NO_DETAILS } as const
    const same = await library.must('claims.update', { ...said, kind: 'event', risk: 'medium' })
    expect(same.claims).toMatchObject([{ status: 'waived', cleared: true }])
    const other = await library.must('claims.update', { ...said, kind: 'allegation', risk: 'medium' })
    expect(other.claims).toMatchObject([{ status: 'checking', cleared: false }])
    expect(other.waivers.map((waiver) => waiver.endedAt === null)).toEqual([false])
  })

  test('an unnamed source needs an editor who is not the reporter, and keeps the word only as described', async () => {
    const fields = {
      ...record,
      kind: 'person',
      grade: 'D',
      onRecord: 'unnamed',
      title: 'An official',
    } as const
    await library.must('sources.create', { articleId, id: SOURCE_ID, fields })
    const attest = () =>
      library.call('sources.attest', { articleId, sourceId: SOURCE_ID, reason: 'At risk.' })
    await sitDown('reporter')
    expect(errorOf(await attest())).toBe('refused')
    await sitDown('standards')
    expect(errorOf(await attest())).toBe('done')
    const changed = { ...fields, title: 'Another official' }
    const after = await library.must('sources.update', { articleId, sourceId: SOURCE_ID, fields: changed })
    expect(after.sources[0]?.attestation).toBeNull()
  })

  test('a claim without a place in the text is not kept', async () => {
    const args = { articleId, edit: null, id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
    expect(errorOf(await library.call('claims.create', args))).toBe('refused')
    expect((await state()).claims).toEqual([])
  })

  test('sent twice, a claim is there once', async () => {
    const edit = await anchor('claim', CLAIM_ID, 'moved fuel')
    const args = { articleId, edit, id: CLAIM_ID, kind: 'event', risk: 'low', paraphrase: '' } as const
    await library.must('claims.create', args)
    expect((await library.must('claims.create', args)).claims).toHaveLength(1)
  })
})
