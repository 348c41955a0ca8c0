import { caretAtEnd, manuscript, paragraphs } from './desk-work.ts'
import { expect, test } from './fixtures.ts'

test('letters keep their order when they follow Enter within a frame', async ({ app }) => {
  const { page } = app
  await page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await expect(manuscript(page)).toBeVisible()
  const before = await paragraphs(page).count()
  for (const mode of ['Edit', 'Suggest', 'Edit', 'Suggest', 'Edit', 'Suggest']) {
    await page.getByRole('button', { name: mode, exact: true }).click()
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    await page.keyboard.type('By Jonah Pell')
    await expect(paragraphs(page).nth(1)).toHaveText('By Jonah Pell')
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+z')
      await expect(paragraphs(page)).toHaveCount(before, { timeout: 200 })
    }).toPass()
  }
})
