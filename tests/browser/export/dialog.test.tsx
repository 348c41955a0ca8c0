import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Args, Exported, HostApi } from '../../../src/shared/contract.ts'
import type { FileId } from '../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'
import { exportReview } from '../../support/export-review.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** What is asked for, what is said of it before, and how long it is being made. */

vi.setConfig({ testTimeout: 30_000 })
const CHANGES = [{ id: 'c1', state: 'open', groupId: null }] as unknown as ReviewState['changes']
const STATE = exportReview({ changes: CHANGES })

let root: Root
let asked: Args<'exports.create'>[]
/** Given at once; null: it is being made until it is ended. */
let made: Exported | null
/** Ends what is being made. */
let cancel: (job: string) => void

const host: HostApi = {
  call: async (method, args) => {
    if (method === 'exports.create') {
      asked.push(args as Args<'exports.create'>)
      if (made !== null) return { ok: true, value: made as never }
      await new Promise<string>((ended) => (cancel = ended))
      return { ok: false, error: { code: 'cancelled', message: 'Cancelled.' } }
    }
    if (method === 'jobs.cancel') cancel((args as Args<'jobs.cancel'>).job)
    return { ok: true, value: [] as never }
  },
  on: () => () => undefined,
}

beforeEach(async () => {
  asked = []
  made = null
  cancel = () => undefined
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useExports } = await import('../../../src/renderer/features/export/make-files.ts')
  const { ExportDialog } = await import('../../../src/renderer/features/export/export-dialog.tsx')
  useReview.setState({ state: STATE })
  useExports.setState({ articleId: '', jobs: [] })
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  root.render(<ExportDialog />)
  await expect.element(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
}, 60_000)

afterEach(async () => {
  root.unmount()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState(useReview.getInitialState())
})

const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
const line = (words: string) => page.getByRole('listitem').filter({ hasText: words })

async function choosePacket(): Promise<void> {
  await box('DOCX review copy').click()
  await box('PDF sign-off packet').hover()
}

test('a list of changes that is not wanted is told as left out, and asked for as such', async () => {
  await choosePacket()
  await expect.element(line('A list of the changes')).toBeVisible()
  await expect.element(line('they stand in the redline')).not.toBeInTheDocument()
  await page.getByLabelText(/^PDF list of changes/).selectOptions('never')
  await box('PDF sign-off packet').hover()
  await expect.element(line('A list of the changes: they stand in the redline')).toBeVisible()
  await page.getByRole('button', { name: 'Make 1 file' }).click()
  await expect.poll(() => asked).toMatchObject([{ kind: 'pdf-packet', changeRegister: 'never' }])
  await page.getByRole('button', { name: 'Cancel what is running' }).click()
})

test('work that takes long says for how long, stands in sight, and can be ended', async () => {
  await choosePacket()
  await page.getByRole('button', { name: 'Make 1 file' }).click()
  const file = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect.poll(() => file.element().textContent, { timeout: 20_000 }).toMatch(/, \d+ s/)
  expect(file.element().textContent).toContain('PDF sign-off packet is being made')
  const { bottom } = file.element().getBoundingClientRect()
  const footer = page
    .getByRole('button', { name: 'Cancel what is running' })
    .element()
    .getBoundingClientRect()
  expect(bottom).toBeLessThan(footer.top)
  await page.getByRole('button', { name: 'Cancel PDF sign-off packet' }).click()
  await expect.poll(() => file.element().textContent).toContain('cancelled; nothing was written')
})

test('a file stays told for whom it was made, and what has become of the text since', async () => {
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  made = {
    fileId: 'made' as FileId,
    name: 'ring-v7-packet.pdf',
    size: 38_000,
    checked: 'Checked.',
    warnings: [],
  }
  await choosePacket()
  await page.getByRole('button', { name: 'Make 1 file' }).click()
  const file = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  const words = () => file.element().textContent
  await expect.poll(words).toContain('37 KB, internal')
  // What is chosen for the next file says nothing of this one.
  await page.getByRole('button', { name: 'External', exact: true }).click()
  expect(words()).toContain('37 KB, internal')
  expect(words()).not.toContain('was changed')
  useReview.setState({ state: { ...STATE, article: { ...STATE.article, locked: true } } })
  await expect.poll(words).toContain('The text was approved after this file was made.')
  // The signature is on what the file says, whatever has become of the article.
  await page.getByRole('button', { name: 'Sign ring-v7-packet.pdf' }).click()
  await expect
    .element(page.getByText(/This text is not approved, and the signature will say so/))
    .toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).last().click()
  useReview.setState({ state: { ...STATE, textHash: 'b'.repeat(64) } })
  await expect.poll(words).toContain('The text was changed after this file was made.')
})

test('what cannot be made says why beside its button', async () => {
  const make = page.getByRole('button', { name: /^Make/ })
  await expect.element(make).toHaveAttribute('aria-disabled', 'false')
  await page.getByRole('button', { name: 'Legal', exact: true }).click()
  await expect.element(page.getByText(/is made in the legal role/)).toBeVisible()
  await expect.element(make).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Internal', exact: true }).click()
  await box('DOCX review copy').click()
  await box('PDF sign-off packet').click()
  await expect.element(page.getByText('Choose at least one file.')).toBeVisible()
  await expect.element(make).toHaveAttribute('aria-disabled', 'true')
})

test('a PDF that is not approved says so itself, and a Word file does not', async () => {
  const says = () => document.querySelector('dialog')?.textContent ?? ''
  for (const kind of ['PDF redline', 'PDF clean']) {
    await box(kind).hover()
    await expect.poll(says).toContain('The first page and every footer will say NOT APPROVED.')
  }
  await box('DOCX clean copy').hover()
  await expect.poll(says).toContain('Nothing in the file will say so.')
})

test('files are made in the order in which they stand in the list', async () => {
  await box('DOCX review copy').click()
  await box('DOCX review copy').click()
  await page.getByRole('button', { name: 'Make 2 files' }).click()
  const files = page.getByRole('list', { name: 'Files' }).getByRole('listitem')
  await expect
    .poll(() => files.elements().map((file) => file.textContent.slice(0, 4)))
    .toEqual(['DOCX', 'PDF '])
  await page.getByRole('button', { name: 'Cancel what is running' }).click()
})
