import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../../../src/shared/contract.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { Role } from '../../../../../src/shared/model/person.ts'
import {
  addClaim,
  addSource,
  approveAll,
  articleId,
  beginEach,
  codes,
  errorOf,
  grantWaiver,
  library,
  nameSlug,
  rangeOf,
  save,
  sign,
  sitDown,
  state,
  toReady,
  verify,
} from '../../../../support/journey-desk.ts'

/** Signatures against the running core: who gives them, what they hold, how they are taken back. */

beginEach()

function messageOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'done' : outcome.error.message
}

async function last() {
  return (await state()).signOffs.at(-1)
}

async function slotNamed(name: string) {
  return (await state()).slots.find(({ slot }) => slot === name)
}

describe('the record', () => {
  test('holds origin, version, scope and the waivers in force, and the statement as it was shown', async () => {
    await addClaim()
    await sitDown('desk')
    await grantWaiver()
    await sign('facts')
    const record = await last()
    const versions = await library.must('versions.list', { articleId })
    expect(record).toMatchObject({ seq: 1, waivers: ['w1'], until: null, returnTo: null })
    expect(record?.origin).not.toBe('')
    expect(record?.scope?.rows.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'claim 1',
      'waiver 1',
    ])
    expect(record?.statement).toContain('It is void when the words of a claim change')
    expect(JSON.stringify(versions)).toContain(record?.versionId ?? 'none')
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  })

  test('is signed by the name of who is here, in any case and spacing', async () => {
    expect(messageOf(await sign('desk', { typedName: 'Mara Oyelle' }))).toContain(
      '“Mara Oyelle” is not the name of who is here, Ines Calloway. Nothing was signed',
    )
    expect(errorOf(await sign('desk', { typedName: ' ines   CALLOWAY ' }))).toBe('done')
    expect((await last())?.typedName).toBe('ines   CALLOWAY')
  })

  test('is not given by the author where it judges the story', async () => {
    const checker = await sitDown('checker')
    const fields = { slug: 's', desk: '', due: null, holderId: null, authorId: checker as never }
    await library.must('articles.update', { articleId, ...fields })
    expect(messageOf(await sign('facts'))).toBe('Nobody signs Facts on their own story. Nothing was signed.')
  })
})

describe('withdraw', () => {
  const withdraw = (slot: 'facts' | 'desk' | 'approval' | 'copy', reason = 'I read an older print.') =>
    library.call('approval.withdraw', { articleId, slot, reason, utcOffset: 0 })

  test('is a record of its own, by the same role, with a reason, and the slot waits again', async () => {
    await sign('facts')
    await sitDown('desk')
    expect(messageOf(await withdraw('facts'))).toContain('Who signed it withdraws it')
    await sitDown('checker')
    expect(errorOf(await withdraw('facts', ' '))).toBe('bad-arguments')
    expect(errorOf(await withdraw('facts'))).toBe('done')
    expect(await slotNamed('facts')).toMatchObject({ state: 'waiting', required: true, signOff: null })
    expect(await last()).toMatchObject({
      decision: 'withdraw',
      seq: 2,
      conditions: 'I read an older print.',
      scope: { text: false, rows: [] },
    })
    expect(messageOf(await withdraw('facts'))).toContain('Nothing is signed in the facts slot')
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true, signOffs: 2 })
  })

  test('is not for what is approved: that is re-opened', async () => {
    await approveAll()
    expect(errorOf(await withdraw('approval'))).toBe('locked')
    await sitDown('copy')
    expect(errorOf(await withdraw('copy'))).toBe('locked')
  })
})

describe('a decision other than approval', () => {
  test('a return names the step that it comes back to, and a hold its time', async () => {
    await toReady()
    expect(
      errorOf(await sign('copy', { decision: 'return', conditions: 'Numbers.', returnTo: 'filed' })),
    ).toBe('refused')
    const returned = await sign('copy', { decision: 'return', conditions: 'Numbers.', returnTo: 'copy' })
    expect(returned).toMatchObject({
      value: { article: { status: 'returned', aside: { reason: 'Numbers.', resume: 'copy' } } },
    })
    expect(await last()).toMatchObject({ decision: 'return', returnTo: 'copy', until: null })
    await sitDown('desk')
    const back = await library.must('workflow.move', { articleId, to: 'copy', reason: '' })
    expect(back.article).toMatchObject({ status: 'copy', aside: null })
    const until = Date.UTC(2027, 0, 4)
    expect(messageOf(await sign('copy', { decision: 'hold', conditions: 'Court.', until: 1 }))).toContain(
      'passed already',
    )
    await sign('copy', { decision: 'hold', conditions: 'Court.', until })
    expect((await state()).article).toMatchObject({ status: 'held', aside: { until, resume: 'copy' } })
    expect(await last()).toMatchObject({ decision: 'hold', until, returnTo: null })
  })

  test('a role that may not kill does not do it by signing', async () => {
    expect(messageOf(await sign('copy', { decision: 'kill', conditions: 'Dull.' }))).toContain(
      'This is for the roles “desk”, “legal” and “approver”',
    )
    expect((await state()).signOffs).toEqual([])
  })
})

describe('voiding, as it is stored', () => {
  async function edit(words: string, by: string): Promise<void> {
    await sitDown('desk')
    const saved = await save((tr) => {
      const { from, to } = rangeOf(tr.doc, words)
      tr.replaceWith(from, to, schema.text(by, tr.doc.resolve(from + 1).marks()))
    })
    if (!saved.ok) throw new Error(saved.error.message)
  }
  const causes = async () =>
    (await state()).slots.flatMap(({ slot, state, cause }) => (state === 'void' ? [`${slot}: ${cause}`] : []))

  async function reopenedAtDesk(): Promise<void> {
    await addClaim()
    await addSource()
    await sitDown('checker')
    await verify()
    await approveAll()
    await sitDown('desk')
    await library.must('approval.reopen', { articleId, reason: 'A letter.' })
  }

  test('a letter outside of a claim voids copy and approval alone', async () => {
    await reopenedAtDesk()
    expect(await causes()).toEqual(['approval: re-opened'])
    await edit('Officials', 'Official')
    expect(await causes()).toEqual(['copy: text changed', 'approval: re-opened'])
  })

  test('a letter inside of a claim voids facts too, and a source voids facts alone', async () => {
    await reopenedAtDesk()
    await edit('moved fuel', 'moved fuels')
    expect(await causes()).toEqual(['facts: claim 1 changed', 'copy: text changed', 'approval: re-opened'])
  })

  test('a source that changes voids facts alone', async () => {
    await reopenedAtDesk()
    await library.must('articles.update', {
      articleId,
      slug: 'ring-27',
      desk: '',
      due: null,
      holderId: null,
      authorId: null,
    })
    expect(await causes()).toEqual(['approval: re-opened'])
    await addSecondSource()
    expect(await causes()).toEqual(['facts: source 2 is new', 'approval: re-opened'])
  })

  async function addSecondSource(): Promise<void> {
    const { sources } = await state()
    const from = { articleId, sourceId: sources[0]?.id as never }
    await library.must('sources.reuse', { articleId, id: 's2', from })
  }
})

test('nobody approves what they alone have checked, also by calling main directly', async () => {
  const approver = await sitDown('approver')
  const { people } = await library.must('session.get', {})
  const hanne = people.find((one) => one.id === approver)
  if (!hanne) throw new Error('Nobody approves here')
  const roles: readonly Role[] = ['approver', 'checker']
  const { outside: _, ...fields } = hanne
  await library.must('session.savePerson', { ...fields, roles: [...roles] })
  await nameSlug()
  await library.must('session.switch', { personId: hanne.id, role: 'checker' })
  await addClaim()
  await addSource()
  await verify()
  await toReady()
  await library.must('session.switch', { personId: hanne.id, role: 'approver' })
  expect(await codes()).toEqual(['B6'])
  const refused = await sign('approval')
  expect(errorOf(refused)).toBe('blocked')
  expect(messageOf(refused)).toContain('B6: The only checker does not approve.')
  expect((await state()).article.status).toBe('ready')
})
