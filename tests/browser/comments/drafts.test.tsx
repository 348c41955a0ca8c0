import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ThreadId } from '../../../src/shared/model/ids.ts'
import { ask, openRoom, said, select } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const list = () => page.getByRole('list', { name: 'Comments' })

const withThread = () =>
  openRoom(async (articleId) => {
    const target = { kind: 'article' } as const
    const id = 't1' as ThreadId
    await ask('threads.create', {
      articleId,
      edit: null,
      id,
      target,
      level: 'should',
      assigneeId: null,
      text: 'Who signs this?',
    })
  })

test('a comment on words that is closed unsent is offered again, also after a reload', async () => {
  room = await openRoom()
  await select(room, 2, 10)
  await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
  await expect.element(field('Comment')).toHaveFocus()
  await userEvent.keyboard('Half a thought')
  await userEvent.keyboard('{Escape}')
  await expect.element(field('Comment')).not.toBeInTheDocument()
  const unsent = page.getByRole('region', { name: 'Not sent yet' })
  await said(unsent).toMatch('on words of the text: Half a thought')
  await room.reload()
  await select(room, 2, 10)
  await unsent.getByRole('button', { name: /^Go on writing/ }).click()
  await expect.element(field('Comment')).toHaveValue('Half a thought')
  await expect.element(page.getByText('Kept from before, not sent yet.')).toBeVisible()
  await userEvent.keyboard(', now whole{Control>}{Enter}{/Control}')
  await expect.element(list().getByText('Half a thought, now whole')).toBeVisible()
  await expect.element(unsent).not.toBeInTheDocument()
})

test('a reply stays while another tab is open, and says in its thread that it was not sent', async () => {
  room = await withThread()
  await list().getByRole('button', { name: 'Reply' }).click()
  await userEvent.keyboard('Hanne, I')
  room.review.getState().setTab('changes')
  room.review.getState().setTab('comments')
  await expect.element(field('Reply')).toHaveValue('Hanne, I')
  await userEvent.click(field('Reply'))
  await userEvent.keyboard('{Escape}')
  await expect.element(list().getByText('Not sent: Hanne, I')).toBeVisible()
  await room.reload()
  await expect.element(list().getByText('Not sent: Hanne, I')).toBeVisible()
  await list().getByRole('button', { name: 'Go on writing' }).click()
  await expect.element(field('Reply')).toHaveFocus()
  await userEvent.keyboard(' think.{Control>}{Enter}{/Control}')
  await expect.element(list().getByText('Hanne, I think.')).toBeVisible()
  await expect.element(field('Reply')).not.toBeInTheDocument()
})

test('a reply is found again from the head of the tab, wherever its thread stands', async () => {
  room = await withThread()
  await list().getByRole('button', { name: 'Reply' }).click()
  await userEvent.keyboard('Hanne, I{Escape}')
  room.review.getState().setCurrent(null)
  await page.getByRole('button', { name: /^Resolved/ }).click()
  const unsent = page.getByRole('region', { name: 'Not sent yet' })
  await said(unsent).toMatch('a reply: Hanne, I')
  await unsent.getByRole('button', { name: 'Go on writing a reply' }).click()
  await expect.element(list().getByRole('textbox', { name: 'Reply' })).toHaveValue('Hanne, I')
})

test('words thrown away come back by undo, and those of somebody else are not offered', async () => {
  room = await openRoom()
  await page.getByRole('button', { name: 'Comment on the article' }).click()
  await userEvent.keyboard('Perhaps')
  await page.getByRole('button', { name: 'Throw away' }).click()
  const unsent = page.getByRole('region', { name: 'Not sent yet' })
  await expect.element(unsent).not.toBeInTheDocument()
  await userEvent.keyboard('{Control>}{Alt>}z{/Alt}{/Control}')
  await said(unsent).toMatch('on the article: Perhaps')
  await room.sitDown('Mara Oyelle', 'checker')
  await expect.element(unsent).not.toBeInTheDocument()
  await room.sitDown('Ines Calloway', 'desk')
  await said(unsent).toMatch('Perhaps')
})

test('what main refuses is kept in its field, with the reason', async () => {
  room = await withThread()
  await list().getByRole('button', { name: 'Reply' }).click()
  await userEvent.fill(field('Reply'), 'x'.repeat(20_001))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.poll(() => room?.review.getState().error).not.toBeNull()
  await expect.poll(() => document.querySelector('textarea')?.value.length).toBe(20_001)
})

test('a comment that is being reworded stays readable for whoever sits down next', async () => {
  room = await withThread()
  await list()
    .getByRole('button', { name: /^Edit what you wrote/ })
    .click()
  await userEvent.keyboard(' And when?')
  await room.sitDown('Mara Oyelle', 'checker')
  await expect.element(field('Your words')).not.toBeInTheDocument()
  await expect.element(list().getByText('Who signs this?', { exact: true })).toBeVisible()
  await room.sitDown('Ines Calloway', 'desk')
  await expect.element(field('Your words')).toHaveValue('Who signs this? And when?')
})
