import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { COMMISSIONED, readListed, SAMPLE } from '../support/marked-draft/drafts.ts'
import { caretAt, caretAtEnd, manuscript, paragraphs, saved, select, sentence } from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'

/** The bundled sample, or the commissioned draft where `STET_DRAFT` names it, with everything marked on it. */
const path = resolve(COMMISSIONED ?? SAMPLE)
const { shape } = readListed(path)
const root = resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

async function openMarked(app: App): Promise<void> {
  const { page } = app
  // The commissioned draft comes to stand above the sample that every library begins with.
  const row = page.getByRole('row').filter({ hasText: COMMISSIONED === null ? /Joint Task/ : /Cartels/ })
  await row.getByRole('button').first().click()
  await expect(manuscript(page)).toBeVisible()
}

/** All claims and comments, as the screen counts them. */
async function expectAll(page: Page): Promise<void> {
  await expect(page.getByRole('tab', { name: new RegExp(`^${shape.claims}\\s*Claims`) })).toBeVisible()
  await expect(page.getByRole('tab', { name: new RegExp(`^${shape.notes}\\s*Comments`) })).toBeVisible()
}

async function decideAll(page: Page, verdict: 'Accept' | 'Reject'): Promise<void> {
  // A tab that is open closes when it is pressed.
  const tab = page.getByRole('tab', { name: /Changes/ })
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click()
  // What an undo brought back is selected, and would be decided alone.
  await caretAt(page, 0, 0)
  await page.getByRole('button', { name: new RegExp(`^${verdict} \\d+ shown`) }).click()
  await page.getByRole('dialog').getByRole('button', { name: verdict, exact: true }).click()
  await expect(page.getByText('no open changes')).toBeVisible()
}

async function undo(page: Page): Promise<void> {
  await manuscript(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await saved(page)
}

test.describe.configure({ retries: 0 })

test('nothing that is marked is lost by decisions, undo, a restart or a kill', async ({ app, place }) => {
  test.setTimeout(240_000)
  await app.kill()
  await rm(place.library, { recursive: true, force: true })
  await run(process.execPath, [join(root, 'tools/marked-draft.ts'), place.library, path, '--plain'])
  await app.restart()
  await openMarked(app)
  const { page } = app
  await expectAll(page)

  await test.step('edits within what is marked', async () => {
    await caretAtEnd(page, 1)
    await page.keyboard.type(' The desk asked for the record.')
    await select(page, await sentence(page, 2, 1))
    await page.keyboard.press('Delete')
    await caretAt(page, 3, (await sentence(page, 3, 1)).from)
    await page.keyboard.press('Enter')
    await caretAt(page, 7, 0)
    await page.keyboard.press('Backspace')
    await saved(page)
    await expectAll(page)
  })
  const edited = await paragraphs(page).allTextContents()

  await test.step('all accepted, all rejected, and both undone', async () => {
    for (const verdict of ['Accept', 'Reject'] as const) {
      await decideAll(page, verdict)
      await expectAll(page)
      await undo(page)
      await expect.poll(() => paragraphs(page).allTextContents()).toEqual(edited)
      await expectAll(page)
    }
  })

  await test.step('a restart', async () => {
    await app.restart()
    await openMarked(app)
    expect(await paragraphs(app.page).allTextContents()).toEqual(edited)
    await expectAll(app.page)
  })

  await test.step('a kill after a decision', async () => {
    await decideAll(app.page, 'Accept')
    await saved(app.page)
    const accepted = await paragraphs(app.page).allTextContents()
    await app.kill()
    await app.restart()
    await openMarked(app)
    expect(await paragraphs(app.page).allTextContents()).toEqual(accepted)
    await expectAll(app.page)
  })
})
