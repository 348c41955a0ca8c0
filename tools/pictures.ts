import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  caretAt,
  caretAtEnd,
  claim,
  comment,
  manuscript,
  openTab,
  select,
  sentence,
  switchTo,
} from '../tests/e2e/desk-work.ts'
import { keepChoosers, serveLoopback } from '../tests/e2e/hosts/open-loopback.ts'
import { findChromium } from '../tests/support/chromium.ts'
import { root } from './run.ts'

/** `node tools/pictures.ts`: draws the README's pictures anew from the built app, on the bundled sample. */
const PICTURES = join(root, 'resources/pictures')

async function markUp(page: Page): Promise<void> {
  await page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await manuscript(page).waitFor()
  await caretAtEnd(page, 0)
  await page.keyboard.type(', Police Say')
  await select(page, await sentence(page, 1, 0))
  await page.keyboard.press('ArrowLeft')
  const weak = await sentence(page, 1, 3)
  await select(page, weak)
  await page.keyboard.type('Police planned it for five months.')
  await caretAt(page, 2, (await sentence(page, 2, 2)).from)
  await page.keyboard.press('Enter')
  await comment(
    page,
    await sentence(page, 1, 1),
    'must',
    'Plagued by how many? The harbour log has a figure.',
  )
  await comment(page, await sentence(page, 2, 1), 'should', 'Say since when.')
}

async function pinClaims(page: Page): Promise<void> {
  await claim(page, await sentence(page, 1, 0), 'event')
  await page.getByRole('button', { name: 'Close, back to the text' }).click()
  await claim(page, await sentence(page, 1, 2), 'event')
  await page.keyboard.press('ControlOrMeta+Alt+s')
  await page.getByRole('textbox', { name: /^Title/ }).fill('Charge sheet 26-1184')
  await page.getByRole('combobox', { name: /^Origin/ }).fill('Osterlee magistrate’s court')
  await page.getByRole('textbox', { name: /^Page or paragraph/ }).fill('p. 3, item 7')
  await page.getByRole('button', { name: 'Create and attach' }).click()
  await page.getByText('1 attached, 1 origin').waitFor()
  await page.getByRole('button', { name: 'Close, back to the text' }).click()
  const network = await sentence(page, 4, 3)
  await claim(page, network, 'allegation')
}

type Draw = (name: string) => Promise<unknown>

/** Makes the packet, and looks at the first page of its redline: the last but two. */
async function drawExport(page: Page, picture: Draw): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('checkbox', { name: 'DOCX review copy' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'PDF sign-off packet' }).focus()
  await dialog.getByRole('button', { name: 'Make 1 file' }).click()
  await page.mouse.move(0, 0)
  await dialog.getByText(/Read back and checked/).waitFor({ timeout: 60_000 })
  await picture('export')
  await dialog.getByRole('button', { name: /^Look at the pages/ }).click()
  await page.getByRole('button', { name: /^Page 1 of \d/ }).waitFor()
  for (const key of ['End', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  await page
    .getByRole('region', { name: /^Page \d+ of \d+, large/ })
    .locator('canvas')
    .waitFor()
  await picture('packet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

async function draw(page: Page): Promise<void> {
  const picture: Draw = (name) => page.screenshot({ path: join(PICTURES, `${name}.png`) })
  await markUp(page)
  await pinClaims(page)
  await picture('claim')
  await page.getByRole('button', { name: 'Close, back to the text' }).click()
  await caretAt(page, 1, 0)
  await manuscript(page).evaluate((text) => text.closest('main')?.scrollTo(0, 0))
  await page.getByRole('article', { name: /^Comment by Ines Calloway, must/ }).click()
  await picture('review')
  await openTab(page, 'Sources')
  await page.getByText('Charge sheet 26-1184').waitFor()
  await picture('sources')
  await openTab(page, 'Checks')
  await page.getByRole('list', { name: /proposals/i }).waitFor()
  await picture('checks')
  await switchTo(page, 'Hanne Ostrow', 'approver')
  await openTab(page, 'Sign-off')
  await page.getByText(/Approval is signed at Ready/).waitFor()
  await picture('signoff')
  await page.keyboard.press('F4')
  await page.getByRole('list', { name: /differences/i }).waitFor()
  await picture('compare')
  await page.keyboard.press('Escape')
  await drawExport(page, picture)
  await page.getByRole('button', { name: 'Back to the desk' }).click()
  await page.getByRole('row', { name: /Joint Task/ }).waitFor()
  await picture('desk')
}

/** A desk is called as its machine is until somebody gives it a name. */
async function nameDesk(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,')
  const field = page.getByRole('textbox', { name: /desk is called/ })
  await field.fill(name)
  await field.press('Tab')
  await page.keyboard.press('Escape')
}

/** Writes the review as a package, and shows what it would bring to a desk that has nothing of it. */
async function drawPackage(page: Page, other: Page): Promise<void> {
  await page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await manuscript(page).waitFor()
  await page.keyboard.press('ControlOrMeta+Shift+f')
  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await dialog.getByRole('button', { name: 'Make the package and hand over' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Save .*\.stet$/ }).click(),
  ])
  const [chooser] = await Promise.all([
    other.waitForEvent('filechooser'),
    other.keyboard.press('ControlOrMeta+o'),
  ])
  await chooser.setFiles({
    name: download.suggestedFilename(),
    mimeType: 'application/octet-stream',
    buffer: await readFile(await download.path()),
  })
  await other.getByRole('dialog', { name: /^A package from / }).waitFor()
  await other.screenshot({ path: join(PICTURES, 'package.png') })
}

const folder = await mkdtemp(join(tmpdir(), 'stet-pictures-'))
const served = await serveLoopback(join(folder, 'library'))
const elsewhere = await serveLoopback(join(folder, 'other-library'))
const { executablePath, args } = await findChromium()
const browser = await chromium.launch({ executablePath, args: [...args] })
try {
  await mkdir(PICTURES, { recursive: true })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  await page.goto(served.link)
  await draw(page)
  const other = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  keepChoosers(other)
  await other.goto(elsewhere.link)
  await other.getByRole('row', { name: /Joint Task/ }).waitFor()
  await nameDesk(page, 'City desk')
  await drawPackage(page, other)
} finally {
  await browser.close()
  await served.stop('SIGTERM')
  await elsewhere.stop('SIGTERM')
  await rm(folder, { recursive: true, force: true })
}
