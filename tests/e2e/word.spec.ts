import { readPackage } from '../../src/main/opc/read.ts'
import { writePackage } from '../../src/main/opc/write.ts'
import { plainParagraph, wordFile } from '../support/word-file.ts'
import { caretAt, manuscript, paragraphs, saved } from './desk-work.ts'
import { expect, test } from './fixtures.ts'
import type { App } from './fixtures.ts'
import type { AppFile } from './hosts/running-app.ts'

/** A Word file comes in, goes out with what was done here, is edited elsewhere, and comes back as their pass. */

const SMALL = '<w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/><w:sz w:val="26"/></w:rPr>'
const PAGE_FIELD = `<w:fldSimple w:instr=" PAGE "><w:r>${SMALL}<w:t>7</w:t></w:r></w:fldSimple>`

function brought(): Uint8Array {
  const looks = `<w:p><w:pPr><w:spacing w:after="240"/></w:pPr><w:r>${SMALL}<w:t xml:space="preserve">Nine boats were seized, see page </w:t></w:r>${PAGE_FIELD}</w:p>`
  return wordFile({
    body:
      plainParagraph('Nine boats on the Teld') + looks + plainParagraph('Nobody was hurt.') + '<w:sectPr/>',
  })
}

async function exportReview(app: App): Promise<AppFile> {
  const { page } = app
  await page.keyboard.press('ControlOrMeta+Shift+s')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await dialog.getByRole('checkbox', { name: 'DOCX review copy' }).check()
  await dialog.getByRole('button', { name: 'Make 1 file' }).click()
  await expect(dialog.getByText(/Read back and checked/)).toBeVisible({ timeout: 30_000 })
  const file = await app.takeDownload(() =>
    dialog.getByRole('button', { name: /^Save .*review\.docx$/ }).click(),
  )
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await expect(dialog).toBeHidden()
  return file
}

async function mainPart(file: AppFile): Promise<string> {
  const pack = await readPackage(file.bytes)
  return new TextDecoder().decode(pack.get('word/document.xml'))
}

/** What Word writes when somebody types at the end of a paragraph with tracking on. */
async function editedElsewhere(file: AppFile): Promise<AppFile> {
  const pack = await readPackage(file.bytes)
  const typed =
    '<w:ins w:id="9001" w:author="Edda Marsh" w:date="2026-11-23T10:00:00Z">' +
    '<w:r><w:t xml:space="preserve"> One man fled.</w:t></w:r></w:ins></w:p>'
  const parts = pack.names.map((name) => {
    const data = pack.get(name) ?? new Uint8Array()
    if (name !== 'word/document.xml') return { name, data }
    const xml = new TextDecoder().decode(data)
    const at = xml.indexOf('</w:p>', xml.indexOf('Nobody was hurt.'))
    return { name, data: new TextEncoder().encode(xml.slice(0, at) + typed + xml.slice(at + 6)) }
  })
  return { name: file.name, bytes: writePackage(parts) }
}

test('a Word file goes out with our marks and comes back with theirs', async ({ app }) => {
  test.setTimeout(120_000)
  const { page } = app
  await expect(page.getByRole('row', { name: /Joint Task/ })).toBeVisible()

  await test.step('it comes in, with what Stet has no words for in its place', async () => {
    await app.openFile({ name: 'boats.docx', bytes: brought() })
    const report = page.getByRole('dialog', { name: '1 draft opened' })
    await expect(report).toContainText('field')
    await report.getByRole('button', { name: 'Open the review' }).click()
    await expect(manuscript(page)).toBeVisible()
    await expect(manuscript(page).getByRole('img', { name: /field/i })).toHaveCount(1)
  })

  const sent = await test.step('edited here, it goes out with its own looks', async () => {
    await caretAt(page, 1, 'Nine'.length)
    await page.keyboard.type(' small')
    await saved(page)
    const file = await exportReview(app)
    const xml = await mainPart(file)
    for (const kept of ['w:ascii="Garamond"', '<w:spacing w:after="240"/>', 'PAGE', '<w:ins '])
      expect(xml).toContain(kept)
    return file
  })

  await test.step('edited elsewhere, it comes back as the pass of who edited it', async () => {
    await app.openFile(await editedElsewhere(sent))
    const dialog = page.getByRole('dialog', { name: 'A Word file comes back' })
    await expect(dialog).toContainText('Edda Marsh')
    await dialog.getByRole('button', { name: 'Bring it in' }).click()
    await page.getByRole('button', { name: 'Go through the changes' }).click()
    await expect(paragraphs(page).nth(2)).toContainText('Nobody was hurt. One man fled.')
    await expect(page.getByText('2 changes open')).toBeVisible()
  })

  await test.step('and again it brings nothing', async () => {
    const text = await paragraphs(page).allTextContents()
    await app.openFile(await editedElsewhere(sent))
    const dialog = page.getByRole('dialog', { name: 'A Word file comes back' })
    await expect(dialog).toContainText(/nothing/i)
    await page.keyboard.press('Escape')
    expect(await paragraphs(page).allTextContents()).toEqual(text)
  })
})
