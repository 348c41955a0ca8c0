import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ask, button, dialog, item, notes, openMenu, openRoom, PATIENCE, said, walkTo } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room
afterEach(() => room.close())

const status = () => room.review.getState().state?.article.status
const reason = (words: string) =>
  userEvent.fill(dialog().getByRole('textbox', { name: /reason|why/i }), words)

test(
  'the menu of the present step says what stands in the way, and leads there',
  async () => {
    room = await openRoom()
    await openMenu()
    await item(/^Move on to Desk edit/).click()
    await dialog().getByRole('button', { name: 'Move on to Desk edit' }).click()
    await expect.poll(status).toBe('desk-edit')

    await openMenu()
    await expect
      .poll(() => item(/Move on to Fact-check: not yet/).query()?.textContent)
      .toMatch(/not yet The slug is empty\.$/)
    await item(/Move on to Fact-check: not yet/).click()
    await expect.element(page.getByRole('list', { name: 'What stands in the way' })).toBeVisible()
    await button(/^Go to: The slug is empty/).click()
    await expect.element(dialog().getByRole('textbox', { name: /Slug/ })).toBeVisible()
  },
  PATIENCE,
)

test(
  'whoever may not move it reads who may',
  async () => {
    room = await openRoom()
    await room.sitDown('Mara Oyelle', 'checker')
    await openMenu()
    await expect
      .poll(() => item(/Move on to Desk edit: not yet/).query()?.textContent)
      .toMatch(/It is done as reporter or desk; you are here as checker\.$/)
  },
  PATIENCE,
)

test(
  'a hold has a reason and a time, is said over the text, and is taken up again',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    room.run('workflow.hold')
    const hold = dialog().getByRole('button', { name: 'Hold', exact: true })
    await expect.element(hold).toHaveAttribute('aria-disabled', 'true')
    await userEvent.fill(page.getByLabelText(/Held until/), '2030-11-26T12:00')
    await reason('The court answers then.')
    await hold.click()
    await expect.poll(status).toBe('held')
    await expect.poll(notes).toContain('Held until Tue 26 Nov, 12:00')
    expect(notes()).toContain('The court answers then. It comes back to Fact-check.')
    const { article } = await ask('review.state', { articleId: room.articleId })
    expect(article.aside?.until).toBe(new Date('2030-11-26T12:00').getTime())

    await button('Take up again at Fact-check…').click()
    await dialog().getByRole('button', { name: 'Take up again at Fact-check' }).click()
    await expect.poll(status).toBe('fact-check')
    expect(notes()).not.toContain('Held')
    expect(said()).toContain('Fact-check')
  },
  PATIENCE,
)

test(
  'a return names the step that it comes back to; a kill is kept',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    room.run('workflow.return')
    await userEvent.selectOptions(page.getByLabelText('Return to'), 'Draft')
    await reason('The lead is not the story.')
    await dialog().getByRole('button', { name: 'Return', exact: true }).click()
    await expect.poll(notes).toContain('It comes back to Draft.')

    room.run('workflow.kill')
    await reason('No source holds.')
    await dialog().getByRole('button', { name: 'Kill', exact: true }).click()
    await expect.poll(status).toBe('killed')
    await expect.poll(notes).toContain('It is kept, and never filed.')
  },
  PATIENCE,
)

test(
  'going back takes a reason, and the nearest step is meant',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'fact-check'))
    room.run('workflow.back')
    await expect.element(page.getByRole('heading', { name: 'Move back to Desk edit?' })).toBeVisible()
    await reason('The byline is another.')
    await dialog().getByRole('button', { name: 'Move back to Desk edit' }).click()
    await expect.poll(status).toBe('desk-edit')
  },
  PATIENCE,
)

test(
  'a command that leads nowhere from here says where the article stands',
  async () => {
    room = await openRoom()
    room.run('workflow.file')
    await expect.poll(said).toBe('Only what is approved can be filed; the article is at Draft.')
  },
  PATIENCE,
)

test(
  'legal alone sets and lifts a hold, and the hold is a blocker with a way to it',
  async () => {
    room = await openRoom()
    room.run('workflow.legalHold')
    await expect.poll(said).toContain('in the role “legal”')
    await room.sitDown('Dov Lassiter', 'legal')
    room.run('workflow.legalHold')
    await reason('A letter came from Brannoch Marine.')
    await button('Set the hold').click()
    await expect.poll(notes).toContain('Legal hold.')
    await expect.poll(() => room.review.getState().state?.blockers.map(({ code }) => code)).toContain('B12')

    room.run('signoff.stops')
    await expect.poll(said).toMatch(/stop it now|stops it now/)
    await button('Go to the cause of B12').click()
    await expect.poll(() => document.activeElement?.textContent).toBe('Legal hold')

    room.run('workflow.legalHold')
    await button('Lift the hold').click()
    await expect.poll(notes).not.toContain('Legal hold.')
  },
  PATIENCE,
)

test(
  'at ready, the next step is the signature of the approval; what was refused before is no longer said',
  async () => {
    room = await openRoom((articleId) => walkTo(articleId, 'ready'))
    room.run('workflow.file')
    await expect.element(page.getByRole('alert').getByText(/^Only what is approved/)).toBeVisible()
    room.run('workflow.on')
    await expect.element(page.getByText('Approval sign-off')).toBeVisible()
    expect(room.review.getState().error).toBeNull()
    expect(document.documentElement.scrollHeight).toBeLessThanOrEqual(window.innerHeight)
  },
  PATIENCE,
)
