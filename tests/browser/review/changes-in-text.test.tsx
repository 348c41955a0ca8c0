import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { closeChanges, longArticle, openChanges, row, rows, said } from './changes-desk.tsx'
import type { Open } from './changes-desk.tsx'

let open: Open | null = null

beforeEach(() => page.viewport(1280, 800))
afterEach(async () => {
  await closeChanges(open)
  open = null
})

async function start(...given: Parameters<typeof openChanges>): Promise<Open> {
  return (open = await openChanges(...given))
}

describe('in the text', () => {
  test('next and previous say which change it is, accept and reject go on to the next', async () => {
    const { actions, review } = await start()
    actions.nextChange()
    await expect.poll(said).toBe('Change 1 of 4: replacement of “smashes” with “breaks up” by Ines Calloway')
    actions.nextChange()
    await expect.poll(said).toBe('Change 2 of 4: insertion “, police said” by Mara Oyelle')
    actions.rejectCurrent()
    await expect.poll(said).toBe('Rejected insertion “, police said” by Mara Oyelle. 3 changes open.')
    expect(review.getState().snapshot?.changeId).toBe('d2')
    actions.previousChange()
    expect(review.getState().snapshot?.changeId).toBe('d1')
  })
})

test('in another reading what works on the caret is refused, with the reason', async () => {
  const { actions, review } = await start()
  review.getState().editor?.setProjection('final')
  const why = 'This is the final text, to be read. Show the redline to work on it.'
  actions.acceptCurrent()
  await expect.poll(said).toBe(why)
  actions.startComment()
  expect(review.getState().error).toBe(why)
  expect(review.getState().snapshot?.projection).toBe('final')
  await expect.element(page.getByRole('article', { name: 'New comment' })).not.toBeInTheDocument()
  actions.nextChange()
  await expect.poll(() => review.getState().snapshot?.projection).toBe('redline')
})

test('keys of the text work on the row that is current in the panel', async () => {
  const { review, actions } = await start()
  actions.nextChange()
  row(/^replacement/)
    .element()
    .focus()
  await userEvent.keyboard('{ArrowDown}')
  actions.acceptCurrent()
  await expect.poll(said).toMatch(/^Accepted insertion “, police said” by Mara Oyelle/)
  expect(review.getState().snapshot?.changeId).toBe('d2')
})

test('of 5,000 changes only those near the window are mounted, and every one is reached', async () => {
  await start(longArticle(5000))
  expect(rows().length).toBeLessThan(60)
  row(/“number 0”/)
    .element()
    .focus()
  await userEvent.keyboard('{End}')
  await expect.element(row(/“number 4999”/)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}a')
  await expect.poll(said).toBe('Accepted insertion “number 4998” by Ines Calloway. 4999 changes open.')
  await expect.element(row(/“number 4999”/)).toHaveFocus()
  expect(rows().length).toBeLessThan(60)
})
