import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ArticleId, ThreadId } from '../../../src/shared/model/ids.ts'
import { ask, commentAt, openRoom, rowOf, rowsOfList, said, select } from './room.tsx'
import type { Room } from './room.tsx'

let room: Room | null = null
afterEach(async () => {
  await room?.close()
  room = null
})

const list = () => page.getByRole('list', { name: 'Comments' })
const form = () => page.getByRole('article', { name: 'New comment' })
const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}')

const MIDDLE = 't1' as ThreadId

async function onArticle(articleId: ArticleId, ...words: readonly string[]): Promise<void> {
  for (const [at, text] of words.entries()) {
    const id = `t${at}` as ThreadId
    const target = { kind: 'article' } as const
    await ask('threads.create', {
      articleId,
      edit: null,
      id,
      target,
      level: 'should',
      assigneeId: null,
      text,
    })
  }
}

describe('a comment', () => {
  test('on the whole article is written in the tab and listed', async () => {
    room = await openRoom()
    await page.getByRole('button', { name: 'Comment on the article' }).click()
    await expect.element(form().getByRole('textbox', { name: 'Comment' })).toHaveFocus()
    await userEvent.keyboard('Who signs this?')
    await form().getByRole('combobox', { name: 'Level' }).selectOptions('must')
    await form().getByRole('combobox', { name: 'Assigned to' }).selectOptions('to Mara Oyelle')
    await form().getByRole('button', { name: 'Comment', exact: true }).click()
    await expect
      .element(rowOf(/^Comment by Ines Calloway, must, on the whole article, assigned to Mara Oyelle: Who/))
      .toHaveFocus()
  })

  test('on words stands beside them, says which they are, and leads back to them', async () => {
    room = await openRoom()
    await commentAt(room, 2, 10, 'By whose count?')
    const card = page.getByRole('article', { name: 'Comment by Ines Calloway' })
    await said(card).toMatch('By whose count?')
    await rowOf(/on “Nine boats”/).click()
    await expect.poll(() => room?.review.getState().snapshot?.commentId).not.toBeNull()
    await expect.element(page.getByRole('textbox', { name: 'Manuscript' })).toHaveFocus()
  })

  test('on a change is written beside it by key, and stays when the change is decided', async () => {
    room = await openRoom()
    await select(room, 2, 4)
    await userEvent.keyboard('Ten')
    await userEvent.keyboard('{Control>}{Alt>}{Shift>}n{/Shift}{/Alt}{/Control}')
    await said(form()).toMatch('On a replacement by Ines Calloway')
    await userEvent.keyboard('The police said nine.')
    await send()
    await expect
      .element(rowOf(/^Comment by Ines Calloway, should, on a replacement by Ines Calloway, “Nine → Ten”/))
      .toBeVisible()
    const { snapshot, editor } = room.review.getState()
    editor?.decide(snapshot?.index.changes.map(({ id }) => id) ?? [], 'accepted')
    await editor?.flush()
    await room.review.getState().refresh()
    await expect
      .element(list().getByText('The change was accepted by Ines Calloway; the comment stays.'))
      .toBeVisible()
  })

  test('on a claim is written in its editor and listed with its number', async () => {
    room = await openRoom()
    await select(room, 3, 5)
    await userEvent.keyboard('{Control>}{Alt>}c{/Alt}{/Control}')
    await page.getByRole('button', { name: 'Comment on the claim' }).click()
    await expect.element(form().getByRole('textbox', { name: 'Comment' })).toHaveFocus()
    await userEvent.keyboard('Largest by what?')
    await send()
    const about = page.getByRole('region', { name: 'Comments on the claim' })
    await expect.element(about.getByText('Largest by what?')).toBeVisible()
    room.review.getState().setTab('comments')
    await expect.element(rowOf(/on claim 1, “It is”: Largest by what/)).toBeVisible()
    await list().getByRole('button', { name: 'Open the claim' }).click()
    await expect.element(about.getByText('Largest by what?')).toBeVisible()
  })
})

describe('a thread', () => {
  test('is answered, and its own words are changed with what they were before', async () => {
    room = await openRoom((id) => onArticle(id, 'Who signs this?'))
    await rowOf(/Who signs/).click()
    await list().getByRole('button', { name: 'Reply' }).click()
    await userEvent.keyboard('Hanne does.')
    await send()
    await expect.element(list().getByText('Hanne does.')).toBeVisible()
    await expect.element(rowOf(/1 reply/)).toBeVisible()
    await list()
      .getByRole('button', { name: /^Edit what you wrote: Who signs/ })
      .click()
    await userEvent.fill(page.getByRole('textbox', { name: 'Your words' }), 'Who signs off on this?')
    await send()
    await expect.element(list().getByText('Who signs off on this?')).toBeVisible()
    await list()
      .getByRole('button', { name: /^edited / })
      .click()
    await said(page.getByRole('list', { name: 'Words before' })).toMatch(/ to .*Who signs this\?/)
  })

  test('is resolved, taken back from the notice, and resolved and opened again by hand', async () => {
    room = await openRoom((id) => onArticle(id, 'Who signs this?'))
    await list().getByRole('button', { name: 'Resolve' }).click()
    await said(page.getByRole('region', { name: 'Just done' })).toMatch('Comment resolved.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.element(rowOf(/Who signs/)).toBeVisible()
    await list().getByRole('button', { name: 'Resolve' }).click()
    await expect.element(page.getByText('No open comment')).toBeVisible()
    await page.getByRole('button', { name: /^Resolved 1/ }).click()
    await expect.element(rowOf(/resolved: Who signs/)).toBeVisible()
    await list().getByRole('button', { name: 'Reopen' }).click()
    await page.getByRole('button', { name: /^Open 1/ }).click()
    await expect.element(rowOf(/Who signs/)).toBeVisible()
  })

  test('whose words are deleted is kept with them, and is placed on others', async () => {
    room = await openRoom()
    await commentAt(room, 2, 10, 'By whose count?')
    room.review.getState().editor?.setMode('edit')
    await select(room, 2, 10)
    await userEvent.keyboard('{Delete}')
    await room.review.getState().editor?.flush()
    await room.review.getState().refresh()
    await expect.element(rowOf(/on “Nine boats”, no longer in the text/)).toBeVisible()
    await select(room, 3, 5)
    await list().getByRole('button', { name: 'Place on the selection' }).click()
    await expect.element(rowOf(/on “It is”: By whose count/)).toBeVisible()
  })
})

describe('the list', () => {
  test('is filtered by level, by person, by what it is about, and searched', async () => {
    room = await openRoom(async (articleId) => {
      await onArticle(articleId, 'Who signs this?', 'Count the boats.', 'Fine by me.')
      const { people } = await ask('session.get', {})
      const ines = people.find((person) => person.name === 'Ines Calloway')?.id ?? null
      await ask('threads.set', { articleId, threadId: MIDDLE, level: 'must', assigneeId: ines })
    })
    await expect.poll(rowsOfList).toHaveLength(3)
    await page.getByRole('combobox', { name: 'Level' }).selectOptions('must (1)')
    await expect.poll(rowsOfList).toEqual([expect.stringContaining('Count the boats.')])
    await page.getByRole('combobox', { name: 'Level' }).selectOptions('any level')
    await page.getByRole('combobox', { name: 'Whose' }).selectOptions('assigned to me (1)')
    await expect.poll(rowsOfList).toHaveLength(1)
    await page.getByRole('combobox', { name: 'Whose' }).selectOptions('anyone')
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search in the comments' }), 'signs THIS')
    await expect.poll(rowsOfList).toEqual([expect.stringContaining('Who signs this?')])
    await userEvent.fill(page.getByRole('searchbox', { name: 'Search in the comments' }), 'nothing such')
    await page.getByRole('button', { name: 'Show every comment' }).click()
    await expect.poll(rowsOfList).toHaveLength(3)
    await page.getByRole('combobox', { name: 'Order' }).selectOptions('newest')
    await expect
      .poll(rowsOfList)
      .toEqual(['Fine', 'Count', 'Who'].map((word) => expect.stringContaining(word) as string))
  })
})
