import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ask, button, dialog, notes, openRoom, PATIENCE, said, signAs, walkTo } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room
afterEach(() => room.close())

const state = () => room.review.getState().state
const sheet = () => page.getByRole('article', { name: 'Sign-off sheet' })
const typeName = (name: string) => userEvent.fill(sheet().getByLabelText('Your name, typed'), name)
const slotRow = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })

test(
  'approval away from ready is refused with where the article stands and what blocks',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    await room.sitDown('Hanne Ostrow', 'approver')
    room.run('go.signoff')
    await expect
      .poll(notes)
      .toContain('Approval is signed at Ready; the article is at Fact-check. It is refused by B5.')
    await expect
      .element(page.getByRole('radio', { name: /^Approve\b.*Locks the text$/ }).first())
      .toBeVisible()
    await expect
      .element(sheet().getByText('You are not the author, and not the only checker (B6).'))
      .toBeVisible()
  },
  PATIENCE,
)

test(
  'the approver returns an article to a step from the sheet',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'copy'))
    await room.sitDown('Hanne Ostrow', 'approver')
    room.run('go.signoff')
    await page.getByRole('radio', { name: /^Return/ }).click()
    await userEvent.selectOptions(sheet().getByLabelText('Return to'), 'Fact-check')
    await userEvent.fill(sheet().getByLabelText('Reason for the return'), 'One origin bears it all.')
    await typeName('Hanne Ostrow')
    await button('Return to Fact-check').click()
    await expect.poll(() => state()?.article.status).toBe('returned')
    expect(state()?.article.aside?.resume).toBe('fact-check')
    expect(state()?.signOffs.at(-1)).toMatchObject({ decision: 'return', returnTo: 'fact-check' })
    await expect.element(page.getByText(/Approval, return to Fact-check, v1/)).toBeVisible()
  },
  PATIENCE,
)

test(
  'the approver holds it until a time',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'copy'))
    await room.sitDown('Hanne Ostrow', 'approver')
    room.run('go.signoff')
    await page.getByRole('radio', { name: /^Hold/ }).click()
    await userEvent.fill(sheet().getByLabelText(/Held until/), '2030-11-26T12:00')
    await userEvent.fill(sheet().getByLabelText('Reason for the hold'), 'The court answers then.')
    await typeName('Hanne Ostrow')
    await button('Hold the article').click()
    await expect.poll(() => state()?.article.status).toBe('held')
    expect(state()?.signOffs.at(-1)?.until).toBe(new Date('2030-11-26T12:00').getTime())
  },
  PATIENCE,
)

test(
  'a signature is withdrawn with a reason, and stays in the record, struck',
  async () => {
    room = await openRoom(async (articleId) => {
      await walkTo(articleId, 'fact-check')
      await signAs(articleId, 'facts')
    })
    await room.sitDown('Mara Oyelle', 'checker')
    room.run('go.signoff')
    await expect.poll(() => slotRow('Facts').query()?.textContent).toMatch(/signed/)
    room.run('signoff.withdraw')
    await userEvent.fill(dialog().getByRole('textbox'), 'The second source is the first again.')
    await dialog().getByRole('button', { name: 'Withdraw' }).click()
    await expect.poll(() => slotRow('Facts').query()?.textContent).toMatch(/waiting/)
    await expect.poll(() => document.querySelector('#panel s')?.textContent).toContain('Facts, approve')
    expect(state()?.signOffs).toHaveLength(2)
  },
  PATIENCE,
)

test(
  'approve, file, read what was approved, and open a correction',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'ready'))
    await room.sitDown('Hanne Ostrow', 'approver')
    room.run('go.signoff')
    await expect.element(page.getByText('Nothing blocks approval')).toBeVisible()
    await typeName('Hanne Ostrow')
    await button('Sign and lock').click()
    await expect.poll(() => state()?.article.status).toBe('approved')
    await expect.element(page.getByRole('heading', { name: 'Approved and locked' })).toBeVisible()
    const approved = page.getByRole('region', { name: 'Approved text' })
    await expect.element(approved.getByRole('button', { name: 'Read the approved text' })).toBeVisible()

    room.run('workflow.file')
    await dialog().getByRole('button', { name: 'File' }).click()
    await expect.poll(() => state()?.article.status).toBe('filed')

    room.run('workflow.correct')
    await userEvent.fill(dialog().getByRole('textbox'), 'The boats were eight.')
    await dialog().getByRole('button', { name: 'Open a correction' }).click()
    await expect
      .poll(() => state()?.article)
      .toMatchObject({ status: 'desk-edit', version: 2, locked: false })
    await expect.poll(notes).toContain('Correction 1, v2.')
    await expect.element(button('What changed since the approved text')).toBeVisible()
    expect(said()).toContain('v2')
    const { article } = await ask('review.state', { articleId: room.articleId })
    expect(article.correction?.reason).toBe('The boats were eight.')
  },
  PATIENCE,
)

test(
  'pressed twice, one signature is given; one given in another slot takes no typed word away',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    await room.sitDown('Mara Oyelle', 'checker')
    room.run('go.signoff')
    await typeName('Mara Oyelle')
    await signAs(room.articleId, 'copy')
    await room.sitDown('Mara Oyelle', 'checker')
    await room.review.getState().refresh()
    await expect.poll(() => slotRow('Copy').query()?.textContent).toMatch(/signed/)
    await expect.element(sheet().getByLabelText('Your name, typed')).toHaveValue('Mara Oyelle')
    await button('Sign Facts').dblClick()
    await expect.poll(() => slotRow('Facts').query()?.textContent).toMatch(/signed/)
    expect(state()?.signOffs.map(({ slot }) => slot)).toEqual(['copy', 'facts'])
  },
  PATIENCE,
)

test(
  'what another window typed is shown before it is signed, and the typed name stays',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    await room.sitDown('Mara Oyelle', 'checker')
    room.run('go.signoff')
    await typeName('Mara Oyelle')
    const { articleId } = room
    const { actor } = await ask('session.get', {})
    const insertion = { type: 'insertion', attrs: { id: 'far', author: actor.personId } }
    const words = { type: 'text', text: 'Big ', marks: [insertion] }
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [words] } }
    const edit = { batchId: 'far', baseSeq: state()?.seq ?? 0, steps: [step] }
    await ask('document.save', { articleId, edit, decided: [] })
    await room.review.getState().refresh()
    await button('Sign Facts').click()
    await expect
      .element(page.getByRole('alert').getByText(/^Nothing was signed: the text was changed/))
      .toBeVisible()
    expect(state()?.signOffs).toHaveLength(0)
    await expect.element(sheet().getByLabelText('Your name, typed')).toHaveValue('Mara Oyelle')
    await expect.poll(() => room.review.getState().snapshot?.index.headline).toContain('Big Task force')
  },
  PATIENCE,
)
