import { manuscript } from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import type { AppFile } from './hosts/running-app.ts'
import { makeSigningKey } from '../support/signing-key.ts'

/** A packet is made, looked at, signed by one approver and, as a file from elsewhere, by another. */

const PASSPHRASE = 'correct horse'
const YEAR = 365 * 24 * 3600 * 1000

async function keyOf(name: string) {
  const now = Date.now()
  const { pkcs12 } = await makeSigningKey({ name, from: now - YEAR, until: now + YEAR }, PASSPHRASE)
  return { name: 'key.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from(pkcs12) }
}

async function sign({ page }: App, name: string, passphrase: string): Promise<void> {
  const form = page.getByRole('dialog', { name: 'Sign with a certificate' })
  await form.getByLabel('Your certificate with its key').setInputFiles(await keyOf(name))
  await form.getByLabel('Passphrase').fill(passphrase)
  await form.getByRole('button', { name: 'Sign', exact: true }).click()
}

async function check({ page }: App, { name, bytes }: AppFile): Promise<void> {
  await page.keyboard.press('Alt+Shift+0')
  const file = { name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }
  await page.getByLabel('A PDF that Stet made').setInputFiles(file)
}

test('a packet is looked at, signed twice, and checked', async ({ app }) => {
  test.setTimeout(180_000)
  const { page } = app
  await page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await expect(manuscript(page)).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Export' })

  await test.step('made, and looked at page by page', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+s')
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
    await dialog.getByRole('checkbox', { name: 'PDF sign-off packet' }).check()
    await dialog.getByLabel('PDF paper').selectOption({ label: 'US Letter' })
    await dialog.getByRole('button', { name: 'Make 1 file' }).click()
    await expect(dialog.getByText(/Read back and checked/)).toBeVisible({ timeout: 60_000 })
    await dialog.getByRole('button', { name: /^Look at the pages/ }).click()
    const first = page.getByRole('button', { name: /^Page 1 of \d/ })
    await expect(first).toBeFocused({ timeout: 30_000 })
    await page.keyboard.press('ArrowDown')
    const large = page.getByRole('region', { name: /^Page 2 of \d+, large/ })
    await expect(large).toBeVisible()
    // Drawn: paper alone would have one colour.
    await expect
      .poll(() =>
        large.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
            data: [],
          }
          return new Set(data).size
        }),
      )
      .toBeGreaterThan(20)
    await page.keyboard.press('Escape')
  })

  const signed = await test.step('signed by an approver; a wrong passphrase signs nothing', async () => {
    await dialog.getByRole('button', { name: /^Sign / }).click()
    await sign(app, 'Hanne Ostrow', 'wrong')
    await expect(page.getByRole('alert').filter({ hasText: 'The passphrase is wrong' })).toBeVisible({
      timeout: 30_000,
    })
    await sign(app, 'Hanne Ostrow', PASSPHRASE)
    await expect(dialog.getByText(/Signed with the certificate of Hanne Ostrow/)).toBeVisible({
      timeout: 30_000,
    })
    const file = await app.takeDownload(() =>
      dialog.getByRole('button', { name: /^Save .*signed\.pdf$/ }).click(),
    )
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    return file
  })

  const checked = page.getByRole('dialog', { name: 'Check a PDF' })
  await test.step('checked as a file from elsewhere, and signed by another', async () => {
    await check(app, signed)
    await expect(checked).toContainText('its signature is valid', { timeout: 30_000 })
    await expect(checked).toContainText('The open article has this very text now.')
    await checked.getByRole('button', { name: 'Sign…' }).click()
    await sign(app, 'Mara Oyelle', PASSPHRASE)
    await expect(checked).toContainText('its 2 signatures are valid', { timeout: 30_000 })
    await page.keyboard.press('Escape')
  })

  await test.step('one byte changed is told', async () => {
    const bytes = signed.bytes.slice()
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await check(app, { name: signed.name, bytes })
    await expect(checked).toContainText('This file is not as it was made.', { timeout: 30_000 })
    await expect(checked).toContainText('the file was changed after it was signed')
    await page.keyboard.press('Escape')
  })

  await test.step('and the record says whose certificate signed', async () => {
    await page.keyboard.press('Alt+6')
    await page.getByRole('button', { name: 'Log', exact: true }).click()
    await expect(page.getByText(/with the certificate of “Hanne Ostrow”/).first()).toBeVisible()
  })
})
