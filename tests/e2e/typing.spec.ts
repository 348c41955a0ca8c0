import { caretAtEnd, manuscript, paragraphs, saved, switchTo } from './desk-work.ts'
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

test('what was typed is stored under whoever typed it before another person sits down', async ({ app }) => {
  await app.page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await caretAtEnd(app.page, 1)
  await app.page.keyboard.type(' Twelve words.')
  await switchTo(app.page, 'Tobias Reuk', 'copy')
  await caretAtEnd(app.page, 2)
  await app.page.keyboard.type(' And more.')
  await saved(app.page)
  await app.restart()
  await app.page
    .getByRole('row', { name: /Joint Task/ })
    .getByRole('button')
    .first()
    .click()
  await expect(manuscript(app.page).getByTitle(/Ines Calloway/)).toHaveText(' Twelve words.')
  await expect(manuscript(app.page).getByTitle(/Tobias Reuk/)).toHaveText(' And more.')
})
