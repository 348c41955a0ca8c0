import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { commentAt, openRoom, rowOf, said } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const list = () => page.getByRole('list', { name: 'Comments' })
const press = (keys: string) => userEvent.keyboard(keys)

async function three(): Promise<Room> {
  const opened = await openRoom()
  await commentAt(opened, 2, 10, 'One.')
  await commentAt(opened, 3, 5, 'Two.')
  await commentAt(opened, 4, 10, 'Three.')
  return opened
}

test('the whole way by keyboard: to a comment, into the list, and everything that is done there', async () => {
  room = await three()
  await press('{Control>}{Home}{/Control}')
  await press('{F9}')
  await said(page.getByRole('status')).toMatch(/^1 of 3: Comment by Ines Calloway/)
  await press('{F9}')
  await said(page.getByRole('status')).toMatch(/^2 of 3: .*Two/)
  await press('{Shift>}{F9}{/Shift}')
  await said(page.getByRole('status')).toMatch(/^1 of 3: .*One/)
  await press('{Control>}{Alt>}b{/Alt}{/Control}')
  await expect.element(rowOf(/One/)).toHaveFocus()
  await press('{ArrowDown}')
  await expect.element(rowOf(/Two/)).toHaveFocus()
  await expect.element(rowOf(/Two/)).toHaveAttribute('aria-current', 'true')
  await press('1')
  await expect.element(rowOf(/must, .*Two/)).toBeVisible()
  await press('r')
  await expect.element(list().getByRole('textbox', { name: 'Reply' })).toHaveFocus()
  await press('Answered.{Control>}{Enter}{/Control}')
  await expect.element(rowOf(/1 reply: Two/)).toHaveFocus()
  await press('w')
  await expect.element(list().getByRole('textbox', { name: 'Your words' })).toHaveFocus()
  await press(' Indeed.{Control>}{Enter}{/Control}')
  await expect.element(list().getByText('Answered. Indeed.')).toBeVisible()
  await expect.element(rowOf(/Two/)).toHaveFocus()
  await press('a')
  await expect.element(list().getByRole('combobox', { name: 'Assigned to' })).toHaveFocus()
  await press('{Escape}')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  await press('{Alt>}2{/Alt}{Control>}{Alt>}b{/Alt}{/Control}')
  await expect.element(rowOf(/Two/)).toHaveFocus()
  await press('e')
  await expect.element(rowOf(/resolved: Two/)).toHaveFocus()
  await press('{Control>}z{/Control}')
  await expect.element(rowOf(/1 reply: Two/)).toHaveFocus()
  await press('{End}')
  await expect.element(rowOf(/Three/)).toHaveFocus()
  await press('/')
  await expect.element(page.getByRole('searchbox')).toHaveFocus()
  await press('{ArrowDown}')
  await expect.element(rowOf(/One/)).toHaveFocus()
  await press('{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  await expect.poll(() => room?.review.getState().snapshot?.commentId).not.toBeNull()
})

test('a reply is begun and a comment resolved from the text', async () => {
  room = await three()
  await press('{Control>}{Alt>}j{/Alt}{/Control}')
  await expect.element(list().getByRole('textbox', { name: 'Reply' })).toHaveFocus()
  await press('From the text.{Control>}{Enter}{/Control}')
  await expect.element(list().getByText('From the text.')).toBeVisible()
  await press('{Escape}')
  await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  await press('{Control>}{Alt>}e{/Alt}{/Control}')
  await expect.element(rowOf(/resolved: Three/)).toBeVisible()
  await press('{Control>}{Alt>}z{/Alt}{/Control}')
  await expect.element(rowOf(/1 reply: Three/)).toBeVisible()
})
