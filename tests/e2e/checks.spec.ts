import { manuscript } from './desk-work.ts'
import { expect, test } from './fixtures.ts'

test('the open article is checked in a worker that the content policy lets start', async ({ app }) => {
  const { page } = app
  await page.getByRole('row', { name: /Joint Task/ }).click()
  await page.keyboard.press('Enter')
  await expect(manuscript(page)).toBeVisible()
  await expect(page.getByText(/[1-9]\d+ proposals/).first()).toBeVisible()
})
