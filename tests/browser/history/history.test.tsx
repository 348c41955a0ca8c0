import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { DRAFT, PATIENCE, ask, openRoom, said } from '../comments/room.tsx'
import type { Room } from '../comments/room.tsx'

/** The History tab and the comparison, with a core on a real database behind them. */

let room: Room
beforeEach(async () => {
  room = await openRoom(undefined, DRAFT, 'history')
}, PATIENCE)
afterEach(() => room.close())

async function type(words: string): Promise<void> {
  const element = document.querySelectorAll<HTMLElement>('.ProseMirror > *')[2]
  if (!element) throw new Error('no such paragraph')
  await userEvent.click(element, { position: { x: 20, y: 14 } })
  await userEvent.keyboard('{Home}')
  await userEvent.keyboard(words)
  await room.review.getState().editor?.flush()
}

const versions = () => page.getByRole('region', { name: 'Edition v1' })

async function name(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Name this version…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(words)
  await userEvent.keyboard('{Enter}')
  await expect.element(versions().getByRole('button', { name: words, exact: true })).toBeVisible()
}

describe('versions', () => {
  test('are listed by edition with their cause, and the text can be named by hand', async () => {
    await expect
      .element(versions().getByRole('button', { name: 'Imported “draft.txt”', exact: true }))
      .toBeVisible()
    await name('For the lawyers')
    const names = versions().getByRole('listitem').elements()
    expect(names).toHaveLength(2)
    expect(names[0]?.textContent).toContain('For the lawyers')
    expect(names[0]?.textContent).toContain('as now')
  })

  test('one is brought back, and what stood before is kept', async () => {
    await type('Some say ')
    await page.getByRole('button', { name: 'Restore…: Imported “draft.txt”' }).click()
    await page.getByRole('button', { name: 'Restore', exact: true }).click()
    const manuscript = page.getByRole('textbox', { name: 'Manuscript' })
    await said(manuscript).not.toContain('Some say')
    await expect.element(versions().getByText('Restored “Imported “draft.txt””')).toBeVisible()
    const { versions: kept } = await ask('versions.list', { articleId: room.articleId })
    expect(kept.map(({ kind }) => kind)).toEqual(['import', 'restore', 'restore'])
    // And typing goes on in the text that is there now.
    await type('Now ')
    await said(manuscript).toContain('Now Nine boats')
  })
})

describe('the log', () => {
  test('is filtered by words, and says how many acts it shows', async () => {
    await name('For the lawyers')
    await page.getByRole('button', { name: 'Log', exact: true }).click()
    const list = page.getByRole('list', { name: 'Log' })
    await expect.element(list.getByText(/Kept as “For the lawyers”/)).toBeVisible()
    await page.getByRole('searchbox', { name: 'Words in the log' }).fill('lawyers kept')
    await said(list).not.toContain('Imported')
    await expect.element(page.getByText(/^1 of \d+ acts$/)).toBeVisible()
    await page.getByRole('searchbox', { name: 'Words in the log' }).fill('nowhere')
    await page.getByRole('button', { name: 'Show every act' }).click()
    await expect.element(list.getByText(/Imported “draft.txt”/)).toBeVisible()
  })
})

test('by key the record is verified, and the answer stands in History', async () => {
  await userEvent.keyboard('{Alt>}0{/Alt}')
  await expect.element(page.getByRole('heading', { name: /^The record is whole/ })).toBeVisible()
})
