import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { source as sourceSchema } from '../../../../../src/shared/model/source.ts'
import type { Source } from '../../../../../src/shared/model/source.ts'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import { RECORD, SOURCE, UNNAMED, openEvidenceDesk, told } from '../../../../support/evidence-desk.ts'
import type { EvidenceDesk, SourceFields } from '../../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const update = (fields: SourceFields, confirmedNoName = false) =>
  library.call('sources.update', { articleId: desk.articleId, sourceId: SOURCE, fields, confirmedNoName })

describe('grades', () => {
  test('another grade than the suggested one carries its reason', async () => {
    expect(told(await desk.addSource({ kind: 'outlet', grade: 'B' }))).toBe(
      'Kind and record suggest grade C (an outlet or agency, to be attributed), and B was given. ' +
        'Say why; nothing was stored.',
    )
    expect(
      told(await desk.addSource({ kind: 'outlet', grade: 'B', gradeReason: 'It saw the record.' })),
    ).toBe('done')
    expect(told(await update({ ...RECORD, grade: 'E' }))).toContain('suggest grade A')
    expect(told(await update({ ...RECORD, grade: 'A' }))).toBe('done')
  })
})

/** Every field of a source that holds words, and how it is kept from telling who an unnamed source is. */
const GUARDS = {
  title: 'checked',
  gradeReason: 'checked',
  origin: 'checked',
  locator: 'checked',
  medium: 'checked',
  period: 'checked',
  inText: 'checked',
  url: 'refused',
  id: 'not words',
  kind: 'not words',
  grade: 'not words',
  onRecord: 'not words',
  accessedAt: 'not words',
  directKnowledge: 'not words',
  suppliedBy: 'somebody of the desk',
  createdBy: 'somebody of the desk',
  createdAt: 'not words',
  updatedAt: 'not words',
  file: 'refused, and taken away',
  attestation: 'its reason is checked',
} as const satisfies Record<keyof Source, string>

const CHECKED = Object.entries(GUARDS).flatMap(([field, how]) => (how === 'checked' ? [field] : []))

describe('an unnamed source', () => {
  test('has no field that nobody thought of', () => {
    expect(Object.keys(sourceSchema.shape).toSorted()).toEqual(Object.keys(GUARDS).toSorted())
  })

  test.each(CHECKED)('says nothing in “%s” that leads to a person', async (field) => {
    for (const words of ['m.oyelle@example.org', '+44 20 7946 0018', 'https://example.org/m', '@mara_o']) {
      // oxlint-disable-next-line no-await-in-loop -- one act after another
      const outcome = await desk.addSource({ ...UNNAMED, [field]: `reach ${words}` })
      expect(told(outcome)).toContain('Nothing that leads to an unnamed source is stored')
    }
    expect(told(await desk.addSource({ ...UNNAMED, [field]: 'Mara Oyelle' }))).toBe(
      '“Mara Oyelle” looks like a personal name, and the name of an unnamed source is stored nowhere. ' +
        'Nothing was stored. Describe the source without it, or confirm that this names nobody.',
    )
    expect((await desk.state()).sources).toEqual([])
    const fields = { ...UNNAMED, [field]: 'Mara Oyelle' }
    const confirmed = { articleId: desk.articleId, id: SOURCE, fields, confirmedNoName: true }
    expect(told(await library.call('sources.create', confirmed))).toBe('done')
  })

  test('confirming that a name is none lets no contact through', async () => {
    const fields = { ...UNNAMED, origin: 'Mara Oyelle, m.oyelle@example.org' }
    const args = { articleId: desk.articleId, id: SOURCE, fields, confirmedNoName: true }
    expect(told(await library.call('sources.create', args))).toContain('looks like an e-mail address')
  })

  test('keeps no address', async () => {
    expect(told(await desk.addSource({ ...UNNAMED, url: 'https://example.org/' }))).toContain(
      'No address is kept with an unnamed source',
    )
  })

  test('keeps no contact where it is attached either', async () => {
    await desk.addClaim()
    await desk.addSource(UNNAMED)
    expect(told(await desk.attach({ note: 'call +44 20 7946 0018' }))).toContain('looks like a phone number')
    expect(told(await desk.attach({ locator: 'https://example.org/m' }))).toContain('an address on the web')
    expect(told(await desk.attach({ answer: 'Mara Oyelle was there' }))).toContain('a personal name')
    expect(told(await desk.attach({ note: 'was on the quay that night' }))).toBe('done')
  })

  test('loses its file and its address when it becomes one, and its bytes are gone', async () => {
    await desk.addSource({ ...RECORD, kind: 'person', grade: 'B', title: 'Mara Oyelle' })
    const bytes = new TextEncoder().encode('voice of Mara Oyelle')
    await library.must('sources.keepFile', {
      articleId: desk.articleId,
      sourceId: SOURCE,
      name: 'Mara Oyelle.wav',
      bytes,
    })
    const named = { ...UNNAMED, title: 'Mara Oyelle', url: 'https://example.org/m' }
    expect(told(await update(named))).toContain('looks like a personal name')
    expect(told(await update({ ...UNNAMED, url: 'https://example.org/m' }))).toBe('done')
    expect(await desk.source()).toMatchObject({ title: UNNAMED.title, url: '', file: null })
    expect((await desk.log('source.update')).at(-1)).toBe(
      'Source 1: person, unnamed, grade D. It is unnamed now, and keeps neither a file nor an address.',
    )
    const log = await library.must('review.log', { articleId: desk.articleId })
    expect(JSON.stringify(log)).not.toContain('Oyelle')
  })

  test('does not become one while words at a claim tell who it is', async () => {
    await desk.addClaim()
    await desk.addSource({ ...RECORD, kind: 'person', grade: 'B', title: 'Mara Oyelle' })
    await desk.attach({ note: 'mara@example.org, 7 May' })
    expect(told(await update(UNNAMED))).toContain(
      'Where it is attached to event “Fuel was moved.”: “mara@example.org” looks like an e-mail address',
    )
    expect(await desk.source()).toMatchObject({ onRecord: 'on-record', title: 'Mara Oyelle' })
    await desk.attach({ note: 'by mail, 7 May' })
    expect(told(await update(UNNAMED))).toBe('done')
  })

  test('takes no file', async () => {
    await desk.addSource(UNNAMED)
    await desk.refuses(
      'sources.keepFile',
      { sourceId: SOURCE, name: 'a.txt', bytes: new Uint8Array([1]) },
      'No file is kept with an unnamed source',
    )
  })
})

describe('attestation', () => {
  const attest = (reason = 'At risk of dismissal.') =>
    library.call('sources.attest', { articleId: desk.articleId, sourceId: SOURCE, reason })

  test('is not for a reporter, nor for whoever supplied it, nor of a named source', async () => {
    const standards = await desk.sitDown('standards')
    await desk.addSource({ ...UNNAMED, suppliedBy: standards })
    expect(told(await attest())).toContain('Somebody other than who supplied it')
    await desk.sitDown('reporter')
    expect(told(await attest())).toContain('An editor other than the reporter')
    await desk.sitDown('desk')
    await update(RECORD)
    expect(told(await attest())).toContain('This source is named')
  })

  test('gives a reason that tells nobody apart', async () => {
    await desk.addSource(UNNAMED)
    expect(told(await attest('Ask @mara_o why.'))).toContain('the handle of an account')
    expect(told(await attest())).toBe('done')
    expect(await desk.source()).toMatchObject({ attestation: { reason: 'At risk of dismissal.' } })
  })

  test.each<Partial<SourceFields>>([
    { title: 'another officer' },
    { origin: 'another service' },
    { directKnowledge: false, grade: 'E' },
    { onRecord: 'off-record', grade: 'E' },
    { kind: 'recording' },
  ])('ends with a change of %j', async (fields) => {
    await desk.addSource(UNNAMED)
    await attest()
    expect(told(await update({ ...UNNAMED, ...fields }))).toBe('done')
    expect(await desk.source()).toMatchObject({ attestation: null })
    expect((await desk.log('source.update')).at(-1)).toContain('Its attestation ended with that.')
  })

  test('outlives what does not describe the source', async () => {
    await desk.addSource(UNNAMED)
    await attest()
    await update({ ...UNNAMED, medium: 'notes' })
    expect((await desk.source()).attestation).not.toBeNull()
  })
})

describe('sources of other articles', () => {
  let other: ArticleId

  beforeEach(async () => {
    const bytes = new TextEncoder().encode('Another story\nIt rained.')
    other = (await library.must('articles.import', { name: 'other.txt', bytes })).articleId
  })

  const find = (query: string) => library.must('sources.find', { articleId: other, query })

  test('are found by title, origin and address, and used again without their attestation', async () => {
    await desk.addSource({ url: 'https://example.org/sheet' })
    expect((await find('court CHARGE')).map((found) => found.source.title)).toEqual(['Charge sheet'])
    expect(await find('example.org')).toHaveLength(1)
    expect(await find('harbour')).toEqual([])
    const from = { articleId: desk.articleId, sourceId: SOURCE }
    const { sources } = await library.must('sources.reuse', {
      articleId: other,
      id: 'again',
      from,
    })
    expect(sources).toMatchObject([
      { id: 'again', title: 'Charge sheet', attestation: null, locator: 'p. 3' },
    ])
  })

  test('an unnamed one is told by its description alone, and found by nothing else', async () => {
    await desk.addSource({ ...UNNAMED, medium: 'notes of the night shift', inText: 'a night officer' })
    await desk.sitDown('standards')
    await library.must('sources.attest', {
      articleId: desk.articleId,
      sourceId: SOURCE,
      reason: 'At risk of dismissal.',
    })
    const [found] = await find('coast officer')
    expect(found?.source).toMatchObject({
      title: UNNAMED.title,
      origin: '',
      medium: '',
      inText: '',
      suppliedBy: null,
      attestation: null,
    })
    expect(await find('itself')).toEqual([])
    const from = { articleId: desk.articleId, sourceId: SOURCE }
    const reused = await library.must('sources.reuse', { articleId: other, id: 'again', from })
    expect(reused.sources).toMatchObject([{ title: UNNAMED.title, origin: '', attestation: null }])
    await library.must('sources.reuse', { articleId: other, id: 'again', from })
    expect((await library.must('review.state', { articleId: other })).sources).toHaveLength(1)
  })
})
