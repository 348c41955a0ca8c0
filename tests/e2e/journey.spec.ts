import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import {
  blockerCodes,
  caretAt,
  caretAtEnd,
  claim,
  comment,
  manuscript,
  moveOn,
  openTab,
  paragraphs,
  saved,
  select,
  sentence,
  switchTo,
} from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import { pdfText } from '../support/pdf-text.ts'

/** The bundled sample, or the draft that `STET_DRAFT` names: the journey must work on any. */
const root = resolve(import.meta.dirname, '../..')
const draft = process.env['STET_DRAFT'] ?? join(root, 'resources/sample/teld-task-force.txt')
const cli = join(root, 'out/main/cli.js')
const run = promisify(execFile)

type Inspected = {
  readonly ok: boolean
  readonly text: { readonly original: readonly string[]; readonly final: readonly string[] }
  readonly changes: readonly { readonly kind: string; readonly author: string }[]
  readonly threads: readonly { readonly resolved: boolean; readonly replies: readonly unknown[] }[]
}

async function inspect(path: string): Promise<Inspected> {
  const { stdout } = await run(process.execPath, [cli, 'inspect', '--json', path])
  return JSON.parse(stdout) as Inspected
}

/** Makes one kind of file in the export dialog and keeps it. */
async function exportAs(app: App, name: string, file: RegExp, place: string): Promise<string> {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name }).check()
  await dialog.getByRole('button', { name: 'Make 1 file' }).click()
  const save = dialog.getByRole('button', { name: file })
  await expect(dialog.getByText(/Read back and checked/)).toBeVisible({ timeout: 30_000 })
  const got = await app.takeDownload(() => save.click())
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toBeHidden()
  const path = join(place, got.name)
  await writeFile(path, got.bytes)
  return path
}

async function newSource(page: Page, title: string, origin: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+s')
  await page.getByRole('button', { name: 'A new source' }).click()
  await page.getByRole('textbox', { name: /^Title/ }).fill(title)
  await page.getByRole('combobox', { name: 'Grade' }).selectOption('A')
  await page.getByRole('combobox', { name: /^Origin/ }).fill(origin)
  await page.getByRole('textbox', { name: /^Page or paragraph/ }).fill('p. 3, item 7')
  await page.getByRole('combobox', { name: /^Medium/ }).fill('paper copy')
  await page.getByRole('textbox', { name: /^Period or place/ }).fill('November 2026')
  await page.getByRole('button', { name: 'Create and attach' }).click()
  await expect(page.getByText('1 attached, 1 origin')).toBeVisible()
}

async function signSlot(page: Page, slot: string, person: string, role: string): Promise<void> {
  await switchTo(page, person, role)
  await page.getByRole('button', { name: slot, exact: true }).click()
  await page.getByRole('textbox', { name: /^Your name, typed/ }).fill(person)
  await page.getByRole('button', { name: slot === 'Approval' ? 'Sign and lock' : `Sign ${slot}` }).click()
  await expect(page.getByRole('row', { name: new RegExp(`^${slot} signed ${person}`) })).toBeVisible()
}

test('a draft goes from opening to a signed PDF and a Word file', async ({ app, place }) => {
  test.setTimeout(180_000)
  const folder = place.files
  await mkdir(folder, { recursive: true })
  const { page } = app

  await test.step('open', async () => {
    await expect(page.getByRole('row', { name: /Joint Task Force/ })).toBeVisible()
    await app.openFile({ name: basename(draft), bytes: await readFile(draft) })
    await expect(manuscript(page)).toBeVisible()
    const lines = (await readFile(draft, 'utf8')).split('\n').filter((line) => line.trim() !== '')
    await expect(paragraphs(page)).toHaveCount(lines.length)
    await expect(paragraphs(page).first()).toHaveText(lines[0]?.trim() ?? '')
  })

  const original = await paragraphs(page).allTextContents()

  await test.step('type, delete, split and join in suggest mode', async () => {
    await caretAtEnd(page, 1)
    await page.keyboard.type(' The desk asked for the record.')
    await select(page, await sentence(page, 2, 1))
    await page.keyboard.press('Delete')
    await caretAt(page, 3, (await sentence(page, 3, 1)).from)
    await page.keyboard.press('Enter')
    await expect(paragraphs(page)).toHaveCount(original.length + 1)
    await caretAt(page, 7, 0)
    await page.keyboard.press('Backspace')
    await select(page, { paragraph: 5, from: 0, to: 3 })
    await page.keyboard.press('ControlOrMeta+i')
    // Undo and redo reach each of them.
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('Shift+ControlOrMeta+z')
    await saved(page)
    await expect(page.getByText('5 changes open')).toBeVisible()
  })

  await test.step('the three readings', async () => {
    await page.getByRole('button', { name: 'Original' }).click()
    await expect.poll(() => paragraphs(page).allTextContents()).toEqual(original)
    await page.getByRole('button', { name: 'Final' }).click()
    await expect(paragraphs(page).nth(1)).toContainText('The desk asked for the record.')
    await expect(manuscript(page).locator('del, ins')).toHaveCount(0)
    await page.getByRole('button', { name: 'Redline' }).click()
    await expect(manuscript(page).locator('ins').first()).toBeVisible()
  })

  await test.step('comment, reply, resolve', async () => {
    await comment(page, await sentence(page, 1, 0), 'must', 'Who says so?')
    await comment(page, await sentence(page, 2, 0), 'should', 'Say when.')
    const first = page.getByRole('article', { name: 'Comment by Ines Calloway, must' })
    await first.click()
    await first.getByRole('textbox', { name: 'Reply' }).fill('The charge sheet does.')
    await first.getByRole('textbox', { name: 'Reply' }).press('ControlOrMeta+Enter')
    await expect(first.getByText('The charge sheet does.')).toBeVisible()
    const second = page.getByRole('article', { name: 'Comment by Ines Calloway', exact: true })
    await second.click()
    await second.getByRole('button', { name: 'Resolve' }).click()
    await openTab(page, 'Comments')
    await expect(page.getByRole('main', { name: 'Manuscript' })).toBeVisible()
  })

  await test.step('three claims: one with two places, two that overlap', async () => {
    await claim(page, await sentence(page, 1, 1), 'event')
    await select(page, await sentence(page, 4, 0))
    await page.keyboard.press('ControlOrMeta+Alt+c')
    await expect(page.getByText('2 places')).toBeVisible()
    await newSource(page, 'Operations record', 'Court registry')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Close, back to the text' }).click()

    const whole = await sentence(page, 5, 0)
    await claim(page, whole, 'event')
    await newSource(page, 'Charge sheet', 'Magistrate')
    await page.getByRole('button', { name: 'Close, back to the text' }).click()

    await claim(page, { ...whole, to: Math.floor((whole.from + whole.to) / 2) }, 'opinion')
    const holder = page.getByRole('textbox', { name: 'Who holds it, or the stated measure' })
    await holder.fill('The head of the service')
    await holder.press('Tab')
    await newSource(page, 'Speech, full recording', 'Council archive')
    await expect(page.getByText('all met')).toBeVisible()
    await page.getByRole('button', { name: 'Close, back to the text' }).click()
    await expect(page.getByRole('tab', { name: /3\s*Claims/ })).toBeVisible()
  })

  await test.step('approval is refused with the exact blockers', async () => {
    await openTab(page, 'Sign-off')
    await expect.poll(() => blockerCodes(page)).toEqual(['B1', 'B2', 'B3', 'B5', 'B9'])
    await switchTo(page, 'Hanne Ostrow', 'approver')
    await expect(page.getByText(/refused by B1, B2, B3, B5 and B9/)).toBeVisible()
    await expect(page.getByRole('radio', { name: /^Approve Locks/ })).toHaveAttribute('aria-disabled', 'true')
  })

  const review = await test.step('the review copy', async () => {
    const path = await exportAs(app, 'DOCX review copy', /^Save .*review\.docx$/, folder)
    const file = await inspect(path)
    expect(file.ok).toBe(true)
    expect(file.text.original).toEqual(original)
    expect(file.changes.length).toBeGreaterThanOrEqual(5)
    expect(file.threads.map(({ resolved, replies }) => [resolved, replies.length])).toEqual([
      [false, 1],
      [true, 0],
    ])
    return file
  })

  await test.step('clear every row', async () => {
    await switchTo(page, 'Ines Calloway', 'desk')
    await openTab(page, 'Changes')
    await page.getByRole('button', { name: /^Accept \d+ shown/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click()
    await expect(page.getByText('no open changes')).toBeVisible()
    await openTab(page, 'Sign-off')
    // The list is main's: it follows the decision a moment later, and its rows move up.
    await expect.poll(() => blockerCodes(page)).toEqual(['B2', 'B3', 'B5', 'B9'])
    await page.getByRole('button', { name: 'Go to the cause of B2' }).click()
    const must = page.getByRole('article', { name: 'Comment by Ines Calloway, must' })
    await must.getByRole('button', { name: 'Resolve' }).click()
    await expect(must.getByRole('button', { name: 'Reopen' })).toBeVisible()

    await page.keyboard.press('ControlOrMeta+Alt+i')
    const details = page.getByRole('dialog', { name: /^Slug/ })
    await details.getByRole('textbox', { name: 'Slug' }).fill('journey-26')
    await details.getByRole('button', { name: 'Save' }).click()
    await expect(details).toBeHidden()
    // The byline is words of the text like any other.
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    await page.keyboard.type('By Jonah Pell')
    await page.keyboard.press('ControlOrMeta+Alt+7')
    await saved(page)

    await switchTo(page, 'Mara Oyelle', 'checker')
    for (let number = 1; number <= 3; number++) {
      await openTab(page, 'Claims')
      await page.getByRole('button', { name: new RegExp(`^Claim ${number},`) }).click()
      await page.getByRole('button', { name: 'Verify', exact: true }).click()
      await expect(page.getByText(/^Verified by Mara Oyelle/)).toBeVisible()
    }
    await openTab(page, 'Sign-off')
    await expect.poll(() => blockerCodes(page)).toEqual(['B5'])
  })

  await test.step('walk the steps, and sign where each asks for it', async () => {
    await switchTo(page, 'Ines Calloway', 'desk')
    await moveOn(page, 'Draft', 'Desk edit')
    await moveOn(page, 'Desk edit', 'Fact-check')
    // From here on nobody edits without tracking.
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await signSlot(page, 'Facts', 'Mara Oyelle', 'checker')
    await moveOn(page, 'Fact-check', 'Copy')
    await signSlot(page, 'Copy', 'Tobias Reuk', 'copy')
    await moveOn(page, 'Copy', 'Read-back')
    await signSlot(page, 'Desk', 'Ines Calloway', 'desk')
    await moveOn(page, 'Read-back', 'Ready')
    await expect(page.getByText('Nothing blocks approval')).toBeVisible()
    await signSlot(page, 'Approval', 'Hanne Ostrow', 'approver')
    await expect(page.getByRole('heading', { name: 'Approved and locked' })).toBeVisible()
  })

  await test.step('it is locked: no key changes a word', async () => {
    await openTab(page, 'Claims')
    const before = await paragraphs(page).allTextContents()
    await manuscript(page).click()
    await page.keyboard.type('x')
    expect(await paragraphs(page).allTextContents()).toEqual(before)
    await expect(manuscript(page)).toHaveAttribute('contenteditable', 'false')
  })

  const final = await paragraphs(page).allTextContents()

  await test.step('the clean copy and the packet', async () => {
    const clean = await inspect(await exportAs(app, 'DOCX clean copy', /^Save .*clean\.docx$/, folder))
    expect(clean.text.final).toEqual(final)
    expect(clean.text.final.filter((text) => text !== 'By Jonah Pell')).toEqual(review.text.final)
    expect([clean.changes, clean.threads]).toEqual([[], []])
    const packet = await pdfText(await exportAs(app, 'PDF sign-off packet', /^Save .*packet\.pdf$/, folder))
    expect(packet[0]).toContain('APPROVED')
    expect(packet[0]).not.toContain('NOT APPROVED')
    expect(packet[0]).toContain('Hanne Ostrow')
    expect(packet.join(' ')).toContain('Operations record')
  })

  await test.step('it is filed', async () => {
    await openTab(page, 'Sign-off')
    await page.getByRole('button', { name: 'File…' }).click()
    const dialog = page.getByRole('dialog', { name: 'File the article?' })
    await dialog.getByRole('button', { name: 'File', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Filed and locked' })).toBeVisible()
  })

  await test.step('everything is there after a restart', async () => {
    await app.restart()
    const again = app.page
    await expect(again.getByRole('row', { name: /journey-26.*Filed/ })).toBeVisible()
    await again
      .getByRole('row', { name: /journey-26/ })
      .getByRole('button')
      .first()
      .click()
    await expect(paragraphs(again)).toHaveCount(final.length)
    expect(await paragraphs(again).allTextContents()).toEqual(final)
    await openTab(again, 'Sign-off')
    await expect(again.getByRole('row', { name: /^Approval signed Hanne Ostrow/ })).toBeVisible()
    await again.getByRole('button', { name: 'Verify the record' }).click()
    await expect(again.getByText(/^The record is whole/).first()).toBeVisible()
  })

  await test.step('re-open, correct a word, approve again', async () => {
    const again = app.page
    await again.getByRole('button', { name: 'Re-open…' }).first().click()
    const dialog = again.getByRole('dialog', { name: 'Re-open the article?' })
    await dialog.getByRole('textbox', { name: 'Why it is re-opened' }).fill('A word was missing.')
    await dialog.getByRole('button', { name: 'Re-open', exact: true }).click()
    await expect(again.getByRole('row', { name: /^Approval void/ })).toBeVisible()
    await openTab(again, 'Changes')
    await caretAtEnd(again, 2)
    await again.keyboard.type(' Corrected.')
    await saved(again)
    await openTab(again, 'Sign-off')
    // The text voids copy; no claim and no source changed, so desk and facts hold.
    await expect(again.getByRole('row', { name: /^Copy void/ })).toBeVisible()
    await expect(again.getByRole('row', { name: /^Desk signed/ })).toBeVisible()
    await expect(again.getByRole('row', { name: /^Facts signed/ })).toBeVisible()
    await expect.poll(() => blockerCodes(again)).toEqual(['B1', 'B5'])
    await openTab(again, 'Changes')
    await again.keyboard.press('ControlOrMeta+Alt+a')
    await expect(again.getByText('no open changes')).toBeVisible()
    await openTab(again, 'Sign-off')
    await switchTo(again, 'Ines Calloway', 'desk')
    await moveOn(again, 'Desk edit', 'Fact-check')
    await moveOn(again, 'Fact-check', 'Copy')
    await signSlot(again, 'Copy', 'Tobias Reuk', 'copy')
    await moveOn(again, 'Copy', 'Read-back')
    await switchTo(again, 'Ines Calloway', 'desk')
    await moveOn(again, 'Read-back', 'Ready')
    await signSlot(again, 'Approval', 'Hanne Ostrow', 'approver')
    await expect(again.getByRole('heading', { name: 'Approved and locked' })).toBeVisible()
  })
})
