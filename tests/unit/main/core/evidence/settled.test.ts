import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { SourceId } from '../../../../../src/shared/model/ids.ts'
import { CLAIM, RECORD, SOURCE, openEvidenceDesk, told } from '../../../../support/evidence-desk.ts'
import type { EvidenceDesk } from '../../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

/** Who may settle a claim, and what opens it again. */

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
  await desk.addClaim()
  await desk.addSource()
  await desk.addSource({ title: 'Second sheet', origin: 'Port office' }, 's2' as SourceId)
  await desk.attach()
  await desk.sitDown('checker')
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const detach = (sourceId: SourceId) =>
  library.must('claims.detach', { articleId: desk.articleId, claimId: CLAIM, sourceId })

describe('a settled claim is checked again', () => {
  test('when a source that bore it out is taken from it, also where another takes its place', async () => {
    await desk.setStatus('verified')
    await detach(SOURCE)
    expect(await desk.claim()).toMatchObject({ status: 'checking', verifiedBy: null, verifiedQuote: null })
    await desk.attach({ sourceId: 's2' })
    expect(await desk.claim()).toMatchObject({ status: 'checking', cleared: false })
    expect((await desk.log('claim.status')).at(-1)).toBe(
      'event “Fuel was moved.”: verified to checking, because a source was taken from it.',
    )
    expect(told(await desk.setStatus('verified'))).toBe('done')
  })

  test('when a source turns against it, also where that is answered and another bears it out', async () => {
    await desk.attach({ sourceId: 's2' })
    await desk.setStatus('verified')
    await desk.attach({ sourceId: 's2', stance: 'contradicts', answer: 'It speaks of 2019.' })
    expect(await desk.claim()).toMatchObject({ status: 'checking', cleared: false })
    expect((await desk.log('claim.status')).at(-1)).toBe(
      'event “Fuel was moved.”: verified to checking, because a source speaks against it now.',
    )
  })

  test('and not when more bears it out, or more is said of what does', async () => {
    await desk.setStatus('verified')
    await desk.attach({ sourceId: 's2' })
    await desk.attach({ locator: 'p. 4' })
    expect((await desk.claim()).status).toBe('verified')
  })
})

test('an ellipsis that is put in between its words, or taken out, makes it stale', async () => {
  const { from } = await desk.rangeOf('moved fuel')
  const before = from + 'moved'.length
  await desk.setStatus('verified')
  await desk.save(
    (tr) => void tr.insert(before, schema.text(' …', [schema.marks.claim.create({ id: CLAIM })])),
  )
  expect(await desk.claim()).toMatchObject({ stale: true, spellingOnly: false, orphaned: false })
  await desk.setStatus('verified')
  expect(await desk.claim()).toMatchObject({ stale: false, cleared: true })
  await desk.save((tr) => void tr.delete(before, before + 2))
  expect(await desk.claim()).toMatchObject({ words: 'moved fuel', stale: true })
})

test('a quotation is compared word by word anew once its words are others', async () => {
  const compared = async () => (await desk.claim()).details.wordForWord
  await desk.update({ kind: 'quotation' }, { wordForWord: true })
  const { from, to } = await desk.rangeOf('moved fuel')
  const mark = schema.marks.claim.create({ id: CLAIM })
  await desk.save((tr) => void tr.insert(from, schema.text('Again: ')))
  expect(await compared()).toBe(true)
  await desk.save((tr) => void tr.insert(to + 5, schema.text('d', [mark])))
  expect(await compared()).toBe(false)
  expect((await desk.log('claim.update')).at(-1)).toBe(
    'quotation “Fuel was moved.”: its words are others now, so they are to be compared word by word again.',
  )
})

test('a verified quotation whose words are others is verified anew by a checker, who compares them', async () => {
  await library.must('sources.update', {
    articleId: desk.articleId,
    sourceId: SOURCE,
    fields: { ...RECORD, medium: 'transcript' },
  })
  const said = { speaker: 'Ines Calloway', spokenOn: '7 May', wordForWord: true }
  await desk.update({ kind: 'quotation' }, said)
  expect(told(await desk.setStatus('verified'))).toBe('done')
  const { to } = await desk.rangeOf('moved fuel')
  const mark = schema.marks.claim.create({ id: CLAIM })
  await desk.save((tr) => void tr.insert(to, schema.text(' oil', [mark])))
  expect(await desk.claim()).toMatchObject({ stale: true, spellingOnly: false, details: said })
  await desk.sitDown('desk')
  expect(told(await desk.setStatus('verified'))).toContain('compared the quotation word by word')
  expect(await desk.claim()).toMatchObject({ status: 'verified', details: said })
  await desk.sitDown('checker')
  expect(told(await desk.setStatus('verified'))).toBe('done')
  expect(await desk.claim()).toMatchObject({ cleared: true, details: said })
})

describe('who settles it', () => {
  test('no reporter labels a claim as opinion on their own story', async () => {
    await desk.sitDown('reporter')
    expect(told(await desk.setStatus('opinion-labelled'))).toContain('on their own story')
    await desk.sitDown('desk')
    expect(told(await desk.setStatus('opinion-labelled'))).toBe('done')
  })

  test('nobody whose sources are the only ones that bear it out', async () => {
    const mine = await desk.sitDown('checker')
    await library.must('sources.update', {
      articleId: desk.articleId,
      sourceId: SOURCE,
      fields: { ...RECORD, suppliedBy: mine },
    })
    expect(told(await desk.setStatus('verified'))).toContain('only sources you supplied')
    const against = { stance: 'contradicts', answer: 'It speaks of 2019.' } as const
    await desk.attach({ sourceId: 's2', ...against })
    expect(told(await desk.setStatus('verified'))).toContain('only sources you supplied')
    await desk.attach({ sourceId: 's2', stance: 'supports' })
    expect(told(await desk.setStatus('verified'))).toBe('done')
  })
})
