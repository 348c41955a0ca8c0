import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openRoom, rowOf, rowsOfList } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const list = () => page.getByRole('list', { name: 'Comments' })
const readers = () =>
  page.getByRole('article', { name: 'New comment' }).getByRole('combobox', { name: 'Who may read it' })

async function write(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Comment on the article' }).click()
  await userEvent.keyboard(words)
}
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}')

test('only legal is asked who may read a comment, and what is private is gone for the desk', async () => {
  room = await openRoom()
  await write('For everybody.')
  await expect.element(readers()).not.toBeInTheDocument()
  await send()
  await expect.element(list().getByText('For everybody.')).toBeVisible()

  await room.sitDown('Dov Lassiter', 'legal')
  await write('She may sue.')
  await readers().selectOptions('private to legal')
  await page.getByRole('textbox', { name: 'Comment' }).click()
  await send()
  const row = list().getByRole('button', { name: /^Comment by Dov Lassiter, should, private to legal, / })
  await expect.element(row).toBeVisible()
  await expect.element(list().getByText('private to legal', { exact: true }).first()).toBeVisible()

  await room.sitDown('Ines Calloway', 'desk')
  await expect.poll(rowsOfList).toEqual([expect.stringContaining('For everybody.')])
  expect(document.body.textContent).not.toContain('She may sue.')
})

test('legal makes a comment private later, and takes that back', async () => {
  room = await openRoom()
  await write('For everybody.')
  await send()
  await expect.element(list().getByText('For everybody.')).toBeVisible()
  await room.sitDown('Dov Lassiter', 'legal')
  await list()
    .getByRole('button', { name: /For everybody/ })
    .click()
  await userEvent.keyboard('{Control>}{Alt>}b{/Alt}{/Control}')
  await expect.element(rowOf(/For everybody/)).toHaveFocus()
  await userEvent.keyboard('p')
  await expect.element(rowOf(/private to legal/)).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(rowOf(/private to legal/)).not.toBeInTheDocument()
})
