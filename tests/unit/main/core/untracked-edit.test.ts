import { describe, expect, test } from 'vitest'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { DecideStep } from '../../../../src/shared/document/decide/decide-step.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import {
  articleId,
  beginEach,
  inserted,
  library,
  openDocument,
  rangeOf,
  save,
  sitDown,
  state,
} from '../../../support/journey-desk.ts'

/** Who may not edit without tracking can only suggest, whatever their window sends. */

beginEach()

async function typed(words: string): Promise<string> {
  const outcome = await save((tr) => void tr.insert(rangeOf(tr.doc, 'moved').to, schema.text(words)))
  return outcome.ok ? 'done' : outcome.error.message
}

async function suggested(id: string, author: string): Promise<void> {
  const outcome = await save(
    (tr) => void tr.insert(rangeOf(tr.doc, 'moved').to, inserted(id, author, ' much')),
  )
  if (!outcome.ok) throw new Error(outcome.error.message)
}

describe('an edit that is not tracked', () => {
  test('is kept from the reporter and the desk in a draft, and refused to everybody else with who may', async () => {
    expect((await state()).untracked).toEqual(['reporter', 'desk'])
    expect(await typed(' much')).toBe('done')
    await sitDown('copy')
    expect(await typed(' more')).toBe(
      'This edit was not tracked. As this article stands now, only “reporter” and “desk” may edit without ' +
        'tracking, and you are here as “copy”. Your last edit was not kept, everything before it is; open the ' +
        'article again to go on.',
    )
    await sitDown('reporter')
    expect(await typed(' again')).toBe('done')
  })

  test('is the desk’s alone once the article is edited, and nobody’s after that', async () => {
    const details = { articleId, slug: 'ring-26', desk: '', due: null, holderId: null, authorId: null }
    await library.must('articles.update', details)
    const move = { articleId, reason: '', until: null, resume: null }
    await library.must('workflow.move', { ...move, to: 'desk-edit' })
    await sitDown('reporter')
    expect(await typed(' much')).toContain('only “desk” may edit without tracking')
    await sitDown('desk')
    expect(await typed(' much')).toBe('done')
    await library.must('workflow.move', { ...move, to: 'fact-check' })
    expect(await typed(' more')).toContain('nobody may edit without tracking')
    expect((await state()).untracked).toEqual([])
  })

  test('is refused also beside tracked edits of the same batch', async () => {
    const copy = await sitDown('copy')
    const outcome = await save((tr) => {
      tr.insert(rangeOf(tr.doc, 'moved').to, inserted('i1', copy, ' much'))
      tr.delete(rangeOf(tr.doc, 'Officials').from, rangeOf(tr.doc, 'Officials').to)
    })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect((await state()).changes).toEqual([])
  })
})

describe('what everybody may do', () => {
  test('suggest, and anchor comments and claims', async () => {
    const copy = await sitDown('copy')
    await suggested('i1', copy)
    expect((await state()).changes).toMatchObject([{ id: 'i1', state: 'open', authorId: copy }])
    const marked = await save((tr) => {
      const { from, to } = rangeOf(tr.doc, 'Officials')
      tr.addMark(from, to, schema.marks.claim.create({ id: 'c9' }))
    })
    expect(marked.ok).toBe(true)
  })

  test('decide, undo the decision, and take it up again', async () => {
    const desk = await sitDown('desk')
    await suggested('i1', desk)
    await sitDown('copy')
    const { doc } = await openDocument()
    const ids = new Set(['i1'])
    const step = decide(doc, ids, 'accept').steps[0]
    if (!(step instanceof DecideStep)) throw new Error('A decision is one step')
    const send = async (one: DecideStep, verdict: 'accepted' | null) =>
      library.call('document.save', {
        articleId,
        edit: {
          baseSeq: (await state()).seq,
          batchId: `b${(await state()).seq}`,
          steps: [one.toJSON()],
        },
        decided: verdict === null ? [] : [{ changeIds: ['i1'], verdict, reason: '' }],
      })
    expect(await send(step, 'accepted')).toMatchObject({ ok: true })
    expect((await state()).changes).toMatchObject([{ state: 'accepted' }])
    expect(await send(step.invert(doc), null)).toMatchObject({ ok: true })
    expect((await state()).changes).toMatchObject([{ state: 'open' }])
    expect(await send(step, null)).toMatchObject({ ok: true })
    expect((await state()).changes).toMatchObject([{ state: 'accepted' }])
  })

  test('but nothing is accepted that the window does not own up to', async () => {
    await suggested('i1', await sitDown('desk'))
    await sitDown('copy')
    const { doc } = await openDocument()
    const [step] = decide(doc, new Set(['i1']), 'accept').steps
    const edit = { baseSeq: (await state()).seq, batchId: 'silent', steps: [step?.toJSON()] }
    const outcome = await library.call('document.save', { articleId, edit, decided: [] })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'refused' } })
    expect((await state()).changes).toMatchObject([{ id: 'i1', state: 'open' }])
  })
})
