import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args } from '../../../../../src/shared/contract.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { CLAIM, openEvidenceDesk, told } from '../../../../support/evidence-desk.ts'
import type { EvidenceDesk } from '../../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { signSlot, walkToReady } from '../../../../support/walk-desk.ts'

/** Waivers, the reply log and consultations: what is refused, in which words, and what is never lost. */

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk
let editor: PersonId

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
  await desk.addClaim()
  editor = await desk.sitDown('desk')
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

/** Makes the present version the one before. */
async function approveAndReopen(at: EvidenceDesk): Promise<void> {
  const { articleId } = at
  await at.setStatus('waived')
  const details = { slug: 'ring-26', desk: '', due: null, holderId: null, authorId: null }
  await library.must('articles.update', { articleId, ...details })
  await walkToReady({ library, articleId })
  const approved = await signSlot({ library, articleId }, 'approval')
  if (!approved.ok) throw new Error(approved.error.message)
  await library.must('approval.reopen', { articleId, reason: 'A name was wrong.' })
}

describe('waivers', () => {
  const grant = (fields: Partial<Args<'waivers.grant'>> = {}) =>
    library.call('waivers.grant', {
      articleId: desk.articleId,
      id: 'w1',
      claimId: CLAIM,
      rules: ['R6'],
      category: 'public-interest',
      reason: 'The record is sealed until the trial.',
      askedBy: editor,
      throughVersion: 1,
      ...fields,
    })
  const end = () => library.call('waivers.end', { articleId: desk.articleId, waiverId: 'w1' })

  test('are granted by the role that the rule names, never by the reporter', async () => {
    await desk.sitDown('copy')
    expect(told(await grant())).toBe('R6 Event may be waived by desk. Nothing was changed.')
    await desk.sitDown('reporter')
    expect(told(await grant())).toContain('A reporter neither verifies nor waives on their own story')
    await desk.sitDown('desk')
    const { id: articleId } = (await desk.state()).article
    const details = { slug: '', desk: '', due: null, holderId: null, authorId: editor }
    await library.must('articles.update', { articleId, ...details })
    expect(told(await grant())).toContain('A reporter neither verifies nor waives on their own story')
  })

  test.each<readonly [string, Partial<Args<'waivers.grant'>>, string]>([
    ['a rule that is not unmet', { rules: ['R1'] }, 'R1 does not stand against this claim'],
    ['a short reason', { reason: 'Because.' }, 'Say why in 20 characters or more.'],
    ['a claim that is not there', { claimId: 'never' }, 'This claim is not in the article'],
    ['somebody unknown', { askedBy: 'never' }, 'Who asked for it is not in the library'],
    ['no rule', { rules: [] }, 'Stet could not understand this request'],
  ])('are refused for %s', async (_what, fields, words) => {
    expect(told(await grant(fields))).toContain(words)
    expect((await desk.state()).waivers).toEqual([])
  })

  test('do not settle the claim; somebody who may waive says by name that it runs under them', async () => {
    expect(told(await grant())).toBe('done')
    expect(await desk.claim()).toMatchObject({ status: 'found', cleared: false })
    expect(told(await grant({ id: 'w2' }))).toContain('is waived for this claim already')
    await desk.sitDown('copy')
    expect(told(await desk.setStatus('waived'))).toContain('may be waived by desk')
    await desk.sitDown('desk')
    expect(told(await desk.setStatus('waived'))).toBe('done')
    expect(await desk.claim()).toMatchObject({ status: 'waived', cleared: true })
    expect(await desk.log('waiver.grant')).toEqual([
      'Waived R6 for event “Fuel was moved.” through v1 (public-interest): The record is sealed until the trial.',
    ])
  })

  test('are needed before a claim runs under them', async () => {
    expect(told(await desk.setStatus('waived'))).toContain('The claim cannot be waived yet')
    await desk.addSource()
    await desk.attach()
    expect(told(await desk.setStatus('waived'))).toContain('no waiver in force covers')
  })

  test('stay when they are ended, and the claim is looked at again', async () => {
    await grant()
    await desk.setStatus('waived')
    expect(told(await end())).toBe('done')
    expect((await desk.state()).waivers).toMatchObject([{ id: 'w1', endedBy: editor }])
    expect(await desk.claim()).toMatchObject({ status: 'checking', cleared: false })
    expect((await desk.log('claim.status')).at(-1)).toContain('waived to checking, since its waiver ended')
    expect(told(await end())).toBe('done')
    await desk.sitDown('reporter')
    expect(told(await end())).toContain('A reporter neither')
  })

  test('let a claim be verified without the rule', async () => {
    await grant()
    await desk.sitDown('checker')
    expect(told(await desk.setStatus('verified'))).toBe('done')
    expect(await desk.claim()).toMatchObject({ status: 'verified', cleared: true })
  })

  test('hold through their version and end with it', async () => {
    expect(told(await grant())).toBe('done')
    const R6 = async () => (await desk.claim()).results.find((result) => result.rule === 'R6')
    expect(await R6()).toMatchObject({ state: 'waived', waiverId: 'w1' })
    await approveAndReopen(desk)
    expect(await R6()).toMatchObject({ state: 'unmet', waiverId: null })
    expect((await desk.state()).waivers).toMatchObject([{ id: 'w1', endedAt: null }])
    await desk.sitDown('desk')
    expect(told(await grant({ id: 'w2' }))).toBe(
      'This is v2; a waiver cannot have ended before it. Nothing was waived.',
    )
    expect(told(await grant({ id: 'w2', throughVersion: 2 }))).toBe('done')
  })
})

describe('the reply log', () => {
  const ASKED = Date.UTC(2026, 10, 19)
  const LATER = Date.UTC(2026, 10, 19, 12)
  const save = (fields: Partial<Args<'replies.save'>> = {}) =>
    library.call('replies.save', {
      articleId: desk.articleId,
      id: 'r1',
      party: 'The harbour company',
      claimIds: [CLAIM],
      askedBy: editor,
      askedAt: ASKED,
      channel: 'letter',
      put: 'That it paid twice.',
      deadline: LATER,
      outcome: 'waiting',
      answer: '',
      answeredAt: null,
      ...fields,
    })

  test.each<readonly [string, Partial<Args<'replies.save'>>, string]>([
    ['an answer without its time', { outcome: 'answered', answer: 'No.' }, 'Say when the party answered'],
    ['a refusal without its time', { outcome: 'declined' }, 'Say when the party answered or declined'],
    [
      'an answer without words',
      { outcome: 'answered', answeredAt: LATER },
      'Write down what the party answered',
    ],
    [
      'an answer before the question',
      { outcome: 'answered', answer: 'No.', answeredAt: ASKED - 1 },
      'dated before the party was asked',
    ],
    ['waiting with an answer', { answer: 'No.' }, 'so the party is no longer waited for'],
    ['silence with words', { outcome: 'no-answer', answer: 'No.' }, 'so the party was not silent'],
    ['silence without a deadline', { outcome: 'no-answer', deadline: null }, 'when a deadline was set'],
    [
      'silence before the deadline',
      { outcome: 'no-answer', answeredAt: LATER - 1 },
      'The deadline had not passed then',
    ],
    [
      'silence while the deadline lies ahead',
      { outcome: 'no-answer', deadline: Date.UTC(2027, 0, 1) },
      'The deadline has not passed yet',
    ],
    ['a deadline before the question', { deadline: ASKED - 1 }, 'The deadline is before the party was asked'],
    ['a claim that is not there', { claimIds: ['never'] }, 'A claim that was put to the party'],
    ['somebody unknown', { askedBy: 'never' }, 'Who asked the party is not in the library'],
    ['a nameless party', { party: ' ' }, 'Name the party that was asked.'],
  ])('refuses %s', async (_what, fields, words) => {
    const outcome = told(await save(fields))
    expect(outcome).toContain(words)
    expect((await desk.state()).replies).toEqual([])
  })

  test('takes silence once the deadline passed, dated by who says so', async () => {
    await save({ outcome: 'no-answer' })
    const [first] = (await desk.state()).replies
    expect(first?.answeredAt).toBeGreaterThan(LATER)
    await save({ outcome: 'no-answer' })
    expect((await desk.state()).replies).toMatchObject([{ answeredAt: first?.answeredAt }])
  })

  test('keeps in the log what a record said before', async () => {
    await save()
    await save({ outcome: 'answered', answer: 'It paid once.', answeredAt: LATER })
    await save({ outcome: 'answered', answer: 'No comment.', answeredAt: LATER, put: 'That it paid.' })
    expect(await desk.log('reply.update')).toEqual([
      'Right of reply, The harbour company: answered. It was waiting.',
      'Right of reply, The harbour company: answered. What was put to them was: “That it paid twice.” ' +
        'The answer was: “It paid once.”',
    ])
    expect(await desk.log('reply.create')).toEqual(['Right of reply, The harbour company: waiting.'])
  })

  test('keeps in the log who asked before, when, how, until when, and about what', async () => {
    const outcome = { outcome: 'answered', answer: 'It paid once.', answeredAt: LATER } as const
    await save(outcome)
    const other = await desk.sitDown('checker')
    const { people } = await library.must('session.get', {})
    const before = people.find(({ id }) => id === editor)?.name ?? ''
    await save({
      ...outcome,
      answeredAt: LATER + 1,
      askedBy: other,
      askedAt: ASKED + 1,
      channel: 'phone',
      deadline: null,
      claimIds: [],
    })
    expect(await desk.log('reply.update')).toEqual([
      `Right of reply, The harbour company: answered. It was asked by ${before}. ` +
        'It was asked on 2026-11-19T00:00:00.000Z. It was asked by way of letter. ' +
        'The deadline was 2026-11-19T12:00:00.000Z. The outcome was of 2026-11-19T12:00:00.000Z. ' +
        'It was about event “Fuel was moved.”.',
    ])
    await save({ ...outcome, askedBy: other, channel: 'phone' })
    expect((await desk.log('reply.update')).at(-1)).toContain('There was no deadline. ')
    expect((await desk.log('reply.update')).at(-1)).toContain('It was about no claim.')
  })
})

describe('consultations', () => {
  const record = (fields: Partial<Args<'consultations.record'>> = {}) =>
    library.call('consultations.record', {
      articleId: desk.articleId,
      id: 'k1',
      field: 'security',
      claimIds: [CLAIM],
      question: 'May the route be told?',
      advice: 'Without the times.',
      audience: 'desk',
      ...fields,
    })

  test('are recorded by standards or legal, and kept private by legal alone', async () => {
    expect(told(await record())).toBe(
      'A consultation is recorded by standards or legal. Nothing was recorded.',
    )
    await desk.sitDown('standards')
    expect(told(await record({ audience: 'legal' }))).toContain(
      'Only legal can keep a consultation to itself',
    )
    expect(told(await record({ claimIds: ['never'] }))).toContain('A claim that it was about')
    expect(told(await record())).toBe('done')
    expect((await desk.state()).consultations).toMatchObject([{ field: 'security', as: 'standards' }])
    expect(await desk.log('consultation.record')).toEqual([
      'Consultation recorded by standards: security, on 1 of the claims.',
    ])
  })
})
