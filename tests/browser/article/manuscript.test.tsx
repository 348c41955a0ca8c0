import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { schema } from '../../../src/shared/document/schema.ts'
import { openManuscript } from './desk.tsx'

const SENTENCE = 'Nine boats were seized along the estuary before dawn on Tuesday, officials said. '

function article() {
  const body = Array.from({ length: 8 }, () =>
    schema.nodes.para.create(null, [schema.text(SENTENCE.repeat(4))]),
  )
  return schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, [schema.text('Nine boats seized')]),
    ...body,
  ])
}

type Open = Awaited<ReturnType<typeof openManuscript>>
let open: Open | null = null
afterEach(() => {
  open?.close()
  open = null
})

async function start(): Promise<Open> {
  open = await openManuscript(article())
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toBeVisible()
  return open
}

/** Selects the words at the start of a paragraph with real keys. */
async function selectStart(desk: Open, paragraph: number, letters: number): Promise<void> {
  const element = desk.column.querySelectorAll<HTMLElement>('.ProseMirror > *')[paragraph]
  if (!element) throw new Error('no such paragraph')
  await userEvent.click(element, { position: { x: 60, y: 14 } })
  await userEvent.keyboard('{Home}')
  await userEvent.keyboard(`{Shift>}${'{ArrowRight}'.repeat(letters)}{/Shift}`)
  await expect.poll(() => desk.review.getState().snapshot?.selectionEmpty).toBe(false)
}

const calls = (desk: Open) => desk.calls.map((call) => call.method)

test('a comment is written beside the selection and stored with its anchor', async () => {
  const desk = await start()
  await selectStart(desk, 1, 10)
  desk.actions.startComment()
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  await userEvent.keyboard('Which ones?{Control>}{Enter}{/Control}')
  await expect.element(page.getByRole('article', { name: 'Comment by Ines Calloway' })).toBeVisible()
  const sent = desk.calls.find((call) => call.method === 'threads.create')
  expect(sent?.args).toMatchObject({ text: 'Which ones?', level: 'should', edit: { baseSeq: 0 } })
  expect(desk.review.getState().snapshot?.index.comments.size).toBe(1)
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
})

test('a card stands on the line of its words', async () => {
  const desk = await start()
  await selectStart(desk, 2, 10)
  desk.actions.startComment()
  await userEvent.keyboard('Which ones?{Control>}{Enter}{/Control}')
  const card = page.getByRole('article', { name: 'Comment by Ines Calloway' })
  await expect.element(card).toBeVisible()
  const words = desk.column.querySelector('.comment')?.getBoundingClientRect()
  await expect
    .poll(() => Math.abs(card.element().getBoundingClientRect().top - (words?.top ?? 0)))
    .toBeLessThan(12)
})

test('a claim takes one key, a second place another', async () => {
  const desk = await start()
  await selectStart(desk, 1, 10)
  await desk.actions.addClaim()
  const { openClaim, state } = desk.review.getState()
  expect(state?.claims.map((claim) => [claim.id, claim.kind])).toEqual([[openClaim, 'number']])
  await expect.element(page.getByRole('button', { name: 'claim 1, found' })).toBeVisible()
  await selectStart(desk, 3, 4)
  await desk.actions.addClaim()
  expect(calls(desk).filter((method) => method === 'claims.create')).toHaveLength(1)
  expect(desk.review.getState().snapshot?.index.claims.get(openClaim ?? '')?.places).toBe(2)
})

async function commentOn(desk: Open, letters: number, words: string): Promise<string> {
  await selectStart(desk, 1, letters)
  desk.actions.startComment()
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  await userEvent.keyboard(`${words}{Control>}{Enter}{/Control}`)
  await expect.element(page.getByRole('article', { name: 'New comment' })).not.toBeInTheDocument()
  return desk.review.getState().state?.threads.at(-1)?.id ?? ''
}

test('going to a comment makes its card the active one, though a shorter one begins at the same word', async () => {
  const desk = await start()
  const long = await commentOn(desk, 16, 'Seized by whom?')
  const short = await commentOn(desk, 4, 'Count again.')
  desk.goToText({ kind: 'comment', id: short })
  desk.goToText({ kind: 'comment', id: long })
  await expect.poll(() => desk.review.getState().snapshot?.commentId).toBe(short)
  expect(desk.review.getState().current?.id).toBe(long)
})

test('words that have their remark are selected no longer', async () => {
  const desk = await start()
  await commentOn(desk, 10, 'Which ones?')
  await expect.poll(() => desk.review.getState().snapshot?.selectionEmpty).toBe(true)
  await selectStart(desk, 2, 4)
  await desk.actions.addClaim()
  await expect.poll(() => desk.review.getState().snapshot?.selectionEmpty).toBe(true)
})

test('the bar of a selection goes when the focus leaves the text, and comes back with it', async () => {
  const desk = await start()
  await selectStart(desk, 1, 10)
  const bar = page.getByRole('toolbar', { name: 'Selection' })
  await expect.element(bar).toBeVisible()
  desk.column.querySelector<HTMLElement>('[role="textbox"]')?.blur()
  await expect.element(bar).not.toBeInTheDocument()
  desk.review.getState().editor?.focus()
  await expect.element(bar).toBeVisible()
})

test('writing a comment closes the claim editor, and nothing is typed into the text', async () => {
  const desk = await start()
  await selectStart(desk, 1, 10)
  await desk.actions.addClaim()
  await selectStart(desk, 2, 4)
  desk.actions.startComment()
  await expect.element(page.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  await userEvent.keyboard('Whose?')
  expect(desk.review.getState().openClaim).toBeNull()
  expect(desk.review.getState().snapshot?.index.changes).toEqual([])
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
})

test.each(['final', 'original'] as const)(
  'sentence numbers stand on their lines in the %s text',
  async (which) => {
    const desk = await start()
    desk.review.getState().editor?.setProjection(which)
    const offset = () => {
      const number = [...desk.column.querySelectorAll('i')].find((element) => element.textContent === '2.1')
      const view = [...desk.column.querySelectorAll<HTMLElement>('.ProseMirror')].find((each) => !each.hidden)
      const paragraph = view?.children[2]
      if (!number || !paragraph) return Infinity
      return Math.abs(number.getBoundingClientRect().top - paragraph.getBoundingClientRect().top)
    }
    await expect.poll(offset).toBeLessThan(2)
  },
)
