import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { caretAtEnd, comment, manuscript, paragraphs, saved, sentence } from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { AppFile, RunningApp } from './hosts/running-app.ts'

/** Two desks, each with a library and a window of its own, pass one review back and forth as files. */

const root = resolve(import.meta.dirname, '../..')
const draft = process.env['STET_DRAFT'] ?? join(root, 'resources/sample/teld-task-force.txt')

async function handOver(desk: Pick<RunningApp, 'page' | 'takeDownload'>): Promise<AppFile> {
  const { page } = desk
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await dialog.getByRole('button', { name: 'Make the package and hand over' }).click()
  const save = dialog.getByRole('button', { name: /^Save .*\.stet$/ })
  await expect(save).toBeVisible({ timeout: 30_000 })
  const file = await desk.takeDownload(() => save.click())
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toBeHidden()
  return file
}

async function takeIn(desk: Pick<RunningApp, 'page' | 'openFile'>, file: AppFile): Promise<void> {
  const { page } = desk
  await desk.openFile(file)
  const dialog = page.getByRole('dialog', { name: /^A package from / })
  await expect(dialog.getByRole('checkbox', { name: 'Take the right to edit' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Take it in' }).click()
  await page
    .getByRole('dialog', { name: 'Taken in' })
    .getByRole('button', { name: 'Open the review' })
    .click()
  await expect(manuscript(page)).toBeVisible()
}

async function addAtEnd(page: Page, paragraph: number, words: string): Promise<void> {
  await caretAtEnd(page, paragraph)
  await page.keyboard.type(words)
  await saved(page)
}

test('a review goes to another desk and comes back with what both did', async ({ app, otherDesk }) => {
  test.setTimeout(180_000)
  const { page } = app
  const there = otherDesk.page

  const first = await test.step('marked here, and handed over', async () => {
    await app.openFile({ name: basename(draft), bytes: await readFile(draft) })
    await expect(manuscript(page)).toBeVisible()
    await addAtEnd(page, 1, ' Said here.')
    await comment(page, await sentence(page, 2, 0), 'must', 'Who says so?')
    return handOver(app)
  })

  await test.step('taken in there, with every mark', async () => {
    await takeIn(otherDesk, first)
    await expect(paragraphs(there).nth(1)).toContainText('Said here.')
    expect(await paragraphs(there).allTextContents()).toEqual(await paragraphs(page).allTextContents())
    await expect(there.getByRole('tab', { name: /1\s*Comments/ })).toBeVisible()
  })

  await test.step('both go on; here only suggestions are taken meanwhile', async () => {
    await addAtEnd(page, 1, ' And here again.')
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await addAtEnd(there, 3, ' Said there.')
    await comment(there, await sentence(there, 4, 0), 'should', 'Say when.')
  })

  const back = await test.step('handed back', () => handOver(otherDesk))

  await test.step('both passes stand in one review, and the file again changes nothing', async () => {
    await takeIn(app, back)
    await expect(paragraphs(page).nth(3)).toContainText('Said there.')
    await expect(paragraphs(page).nth(1)).toContainText('And here again.')
    await expect(page.getByRole('tab', { name: /2\s*Comments/ })).toBeVisible()
    const text = await paragraphs(page).allTextContents()
    await app.openFile(back)
    const dialog = page.getByRole('dialog', { name: /^A package from / })
    await expect(dialog.getByText('Nothing new.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Leave it' }).click()
    expect(await paragraphs(page).allTextContents()).toEqual(text)
    await page.keyboard.press('Alt+0')
    await expect(page.getByText(/^The record is whole/).first()).toBeVisible()
  })
})
