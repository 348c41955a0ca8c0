import { plainParagraph, wordFile } from '../support/word-file.ts'
import { manuscript, openTab, paragraphs } from './desk-work.ts'
import { expect, test } from './fixtures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a Word file comes in with its changes and comments, under the names it brings', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('row', { name: /Joint Task/ })).toBeVisible()
  const changed =
    '<w:p><w:r><w:t xml:space="preserve">Nine boats were </w:t></w:r>' +
    '<w:del w:id="1" w:author="Edda Marsh" w:date="2026-11-18T10:00:00Z"><w:r><w:delText>taken</w:delText></w:r></w:del>' +
    '<w:ins w:id="2" w:author="Edda Marsh" w:date="2026-11-18T10:00:00Z"><w:r><w:t>seized</w:t></w:r></w:ins>' +
    '<w:commentRangeStart w:id="3"/><w:r><w:t xml:space="preserve"> on Monday</w:t></w:r><w:commentRangeEnd w:id="3"/>' +
    '<w:r><w:commentReference w:id="3"/></w:r></w:p>'
  const comment =
    '<w:comment w:id="3" w:author="Edda Marsh" w:date="2026-11-18T10:05:00Z" w:initials="EM">' +
    `${plainParagraph('Which Monday?')}</w:comment>`
  const file = wordFile({
    body: plainParagraph('Nine boats on the Teld') + changed,
    sides: { comments: ['w:comments', comment] },
  })
  await app.openFile({ name: 'boats.docx', bytes: file })
  await expect(manuscript(page)).toBeVisible()
  await expect(manuscript(page).locator('del')).toHaveText('taken')
  await expect(manuscript(page).locator('ins')).toHaveText('seized')
  await expect(page.getByRole('article', { name: 'Comment by Edda Marsh' })).toContainText('Which Monday?')
  await openTab(page, 'Changes')
  await expect(page.getByText('1 open')).toBeVisible()
})

test('HTML keeps its structure; scripts and foreign style stay out', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('row', { name: /Joint Task/ })).toBeVisible()
  const html =
    '<h1>Ferry returns</h1><p style="color:red">It sails <b>again</b> on ' +
    '<a href="javascript:alert(1)">Monday</a>.</p><script>document.title = "taken over"</script><ul><li>One boat</li></ul>'
  await app.openFile({ name: 'ferry.html', bytes: bytes(html) })
  // What came in differently is said before the review opens.
  await page
    .getByRole('dialog', { name: '1 draft opened' })
    .getByRole('button', { name: 'Open the review' })
    .click()
  await expect(paragraphs(page)).toHaveText(['Ferry returns', 'It sails again on Monday.', 'One boat'])
  await expect(manuscript(page).locator('strong')).toHaveText('again')
  await expect(manuscript(page).locator('a, script, [style*="red"]')).toHaveCount(0)
  expect(await page.title()).not.toBe('taken over')
})

test('what cannot be read is refused in words, and nothing is kept of it', async ({ app }) => {
  const { page } = app
  await expect(page.getByRole('row', { name: /Joint Task/ })).toBeVisible()
  await app.openFile({ name: 'draft.docx', bytes: bytes('%PDF-1.7 not a Word file') })
  const dialog = page.getByRole('dialog', { name: 'Nothing was opened' })
  await expect(dialog.getByText('draft.docx')).toBeVisible()
  await expect(dialog).not.toContainText(/\bat .+\.(js|ts):\d/)
  await dialog.getByRole('button', { name: 'Back to the desk' }).click()
  await expect(page.getByRole('row', { name: /draft\.docx/ })).toHaveCount(0)
})

test('a pasted draft becomes a review', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Paste a draft' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Who pays for the wells?\n\nThe county has not said.')
  await dialog.getByRole('button', { name: 'Begin a review' }).click()
  await expect(paragraphs(page)).toHaveText(['Who pays for the wells?', 'The county has not said.'])
})
