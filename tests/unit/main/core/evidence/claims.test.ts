import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ClaimId, SourceId } from '../../../../../src/shared/model/ids.ts'
import { CLAIM, SOURCE, openEvidenceDesk, told } from '../../../../support/evidence-desk.ts'
import type { EvidenceDesk } from '../../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
  await desk.addClaim()
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const of = () => ({ articleId: desk.articleId, claimId: CLAIM })
const status = async () => (await desk.claim()).status
const deleteWords = async () => {
  const { from, to } = await desk.rangeOf('moved fuel')
  await desk.save((tr) => void tr.delete(from, to))
}

describe('what follows from sources', () => {
  test('the first that supports makes it sourced, the last that goes makes it need one', async () => {
    await desk.addSource()
    await desk.addSource({ title: 'Second sheet' }, 's2' as SourceId)
    await desk.attach()
    expect(await status()).toBe('sourced')
    await desk.attach({ sourceId: 's2', bears: ['link'], stance: 'supports' })
    await library.must('claims.detach', { ...of(), sourceId: SOURCE })
    expect(await status()).toBe('sourced')
    await desk.attach({ sourceId: 's2', stance: 'contradicts', answer: 'It speaks of 2019.' })
    expect(await status()).toBe('needs-source')
    expect((await desk.claim()).sources).toEqual([
      {
        sourceId: 's2',
        locator: '',
        note: '',
        bears: ['claim'],
        stance: 'contradicts',
        answer: 'It speaks of 2019.',
      },
    ])
    expect(await desk.log('claim.status')).toEqual([
      'event “Fuel was moved.”: found to sourced, by its sources.',
      'event “Fuel was moved.”: sourced to needs-source, by its sources.',
    ])
    expect(await desk.log('claim.attach')).toEqual([
      'Source 1 attached to event “Fuel was moved.”: supports, on claim.',
      'Source 2 attached to event “Fuel was moved.”: supports, on link.',
      'Source 2 attached otherwise to event “Fuel was moved.”: contradicts, on claim.',
    ])
  })
})

describe('the ways of a claim', () => {
  beforeEach(async () => {
    await desk.addSource()
    await desk.attach()
    await desk.sitDown('checker')
  })

  test('a way that the table does not hold is refused with those that it holds', async () => {
    await desk.setStatus('disputed')
    expect(told(await desk.setStatus('verified'))).toBe(
      'A claim that is “disputed” does not become “verified” now; it may become “checking”. Nothing was changed.',
    )
    expect(told(await desk.setStatus('checking'))).toBe('done')
    expect(told(await desk.setStatus('verified-with-change'))).toBe('done')
    expect(told(await desk.setStatus('verified'))).toContain('verified already')
    expect(told(await desk.setStatus('checking'))).toBe('done')
    expect(await desk.claim()).toMatchObject({ verifiedBy: null, verifiedAt: null, verifiedQuote: null })
  })

  test('one that was cut blocks while its words are back, and goes on from there', async () => {
    expect(told(await desk.setStatus('cut'))).toContain('still stand in the text')
    const { from } = await desk.rangeOf('moved fuel')
    await deleteWords()
    expect(told(await desk.setStatus('cut'))).toBe('done')
    expect(await desk.claim()).toMatchObject({ orphaned: true, cleared: true })
    const back = schema.text('moved fuel', [schema.marks.claim.create({ id: CLAIM })])
    await desk.save((tr) => void tr.insert(from, back))
    expect(await desk.claim()).toMatchObject({ status: 'cut', cleared: false })
    expect(told(await desk.setStatus('verified'))).toContain('it may become “sourced”, “checking”')
    expect(told(await desk.setStatus('sourced'))).toBe('done')
  })

  test('another kind or risk after it was verified sends it back to checking, and says so', async () => {
    await desk.setStatus('verified')
    await desk.update({ risk: 'high' })
    expect(await desk.claim()).toMatchObject({ status: 'checking', verifiedBy: null })
    expect((await desk.log('claim.update')).at(-1)).toBe(
      'Claim changed: event “Fuel was moved.”, risk high. It was event, risk medium. ' +
        'It is to be checked again: verified to checking.',
    )
    await desk.setStatus('verified')
    await desk.update({ paraphrase: 'Diesel was moved.' })
    expect(await status()).toBe('verified')
  })

  test('a claim whose spelling alone changed is confirmed by name, with both wordings', async () => {
    await desk.setStatus('verified')
    const { from, to } = await desk.rangeOf('moved')
    const marks = [schema.marks.claim.create({ id: CLAIM })]
    await desk.save((tr) => void tr.replaceWith(from, to, schema.text('Moved', marks)))
    expect(await desk.claim()).toMatchObject({ stale: true, spellingOnly: true })
    await desk.sitDown('reporter')
    expect(told(await library.call('claims.reconfirm', of()))).toContain('A reporter neither verifies')
    const standards = await desk.sitDown('standards')
    await library.must('claims.reconfirm', of())
    expect(await desk.claim()).toMatchObject({
      status: 'verified',
      stale: false,
      verifiedBy: standards,
      verifiedQuote: 'Moved fuel',
    })
    expect(await desk.log('claim.reconfirm')).toEqual([
      'event “Fuel was moved.”: spelled otherwise and still the same, “moved fuel” as “Moved fuel”.',
    ])
  })

  test('more than spelling is not confirmed, it is verified anew', async () => {
    await desk.setStatus('verified')
    const { from, to } = await desk.rangeOf('moved')
    const marks = [schema.marks.claim.create({ id: CLAIM })]
    await desk.save((tr) => void tr.replaceWith(from, to, schema.text('burned', marks)))
    expect(told(await library.call('claims.reconfirm', of()))).toBe(
      'More than the spelling of this claim changed. Nothing was changed; verify it anew.',
    )
    expect(told(await desk.setStatus('verified'))).toBe('done')
  })
})

describe('what is said of a claim', () => {
  test('word for word is a checker’s to say, who is not the reporter', async () => {
    const words = 'compared word by word by a checker'
    await desk.sitDown('desk')
    expect(told(await desk.update({}, { wordForWord: true }))).toContain(words)
    await desk.sitDown('reporter')
    expect(told(await desk.update({}, { wordForWord: true }))).toContain(words)
    await desk.sitDown('checker')
    expect(told(await desk.update({}, { wordForWord: true }))).toBe('done')
    await desk.sitDown('desk')
    expect(told(await desk.update({}, { wordForWord: true, speaker: 'A clerk' }))).toBe('done')
  })

  test('it repeats another claim of the article, not itself and not one that is not there', async () => {
    const words = 'is not another claim of this article'
    expect(told(await desk.update({}, { bodyClaimId: CLAIM }))).toContain(words)
    expect(told(await desk.update({}, { bodyClaimId: 'never' as ClaimId }))).toContain(words)
    await desk.addClaim({ id: 'c2' }, 'Officials')
    expect(told(await desk.update({}, { bodyClaimId: 'c2' as ClaimId }))).toBe('done')
  })

  test('common knowledge is a checker’s to say and to take back', async () => {
    const say = (isCommon: boolean) => library.call('claims.commonKnowledge', { ...of(), isCommon })
    await desk.sitDown('desk')
    expect(told(await say(true))).toContain('A checker says by name')
    const checker = await desk.sitDown('checker')
    await say(true)
    expect(await desk.claim()).toMatchObject({ commonKnowledge: { by: checker } })
    await say(false)
    expect(await desk.claim()).toMatchObject({ commonKnowledge: null })
  })
})

describe('taking a claim back', () => {
  const withdraw = async () => {
    const { from, to } = await desk.rangeOf('moved fuel')
    const mark = schema.marks.claim.create({ id: CLAIM })
    const edit = await desk.edit((tr) => void tr.removeMark(from, to, mark))
    return library.call('claims.withdraw', { ...of(), edit })
  }
  const STAYS = 'Something was said or attached to this claim, so it stays.'

  test('leaves nothing of it but the log', async () => {
    expect(told(await withdraw())).toBe('done')
    expect(await desk.state()).toMatchObject({ claims: [], anchors: [] })
    expect(await desk.log('claim.withdraw')).toEqual(['Claim taken back: event “Fuel was moved.”.'])
    expect(told(await library.call('claims.withdraw', { ...of(), edit: null }))).toBe('done')
  })

  test('is refused while it has a place, and nothing is lost by that', async () => {
    expect(told(await library.call('claims.withdraw', { ...of(), edit: null }))).toContain(
      'still has a place in the text',
    )
    expect(await status()).toBe('found')
  })

  test.each<readonly [string, () => Promise<unknown>]>([
    ['a source', async () => [await desk.addSource(), await desk.attach()]],
    ['a detail', () => desk.update({}, { note: 'Ask again.' })],
    ['a status', () => desk.setStatus('disputed')],
    [
      'a comment',
      () =>
        library.must('threads.create', {
          articleId: desk.articleId,
          edit: null,
          id: 't',
          target: { kind: 'claim', claimId: CLAIM },
          level: 'fyi',
          assigneeId: null,
          text: 'Whose?',
        }),
    ],
    [
      'a reply record',
      async () =>
        library.must('replies.save', {
          articleId: desk.articleId,
          id: 'r',
          party: 'The harbour company',
          claimIds: [CLAIM],
          askedBy: await desk.sitDown('desk'),
          askedAt: 1,
          channel: 'letter',
          put: 'All of it.',
          deadline: null,
          outcome: 'waiting',
          answer: '',
          answeredAt: null,
        }),
    ],
  ])('is refused once there is %s', async (_what, say) => {
    await say()
    expect(told(await withdraw())).toContain(STAYS)
    expect((await desk.claim()).words).toBe('moved fuel')
  })
})
