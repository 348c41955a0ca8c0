import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openRoom } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const list = () => page.getByRole('list', { name: 'Comments' })

test('a comment on the whole article is written in the tab and listed', async () => {
  room = await openRoom()
  await page.getByRole('button', { name: 'Comment on the article' }).click()
  const form = page.getByRole('article', { name: 'New comment' })
  await expect.element(form.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  await userEvent.keyboard('Who signs this?')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(form).not.toBeInTheDocument()
  const row = list().getByRole('button', { name: /^Comment by Ines Calloway, should, on the whole article/ })
  await expect.element(row).toHaveFocus()
})
