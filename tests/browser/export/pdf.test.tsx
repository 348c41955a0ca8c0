import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Args, Exported, Failure, HostApi } from '../../../src/shared/contract.ts'
import type { FileId } from '../../../src/shared/model/ids.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'
import { drawnPdf } from '../../support/drawn-pdf.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A PDF that was made: its pages, the printer, and a signature. */

/** The first pages wait for the reader, of some megabytes, to be served. */
const PATIENCE = 90_000
vi.setConfig({ testTimeout: PATIENCE })
const A4 = [595, 842] as const
const LETTER = [612, 792] as const
const STATE = {
  article: { id: 'ring', slug: 'ring', version: 7, locked: false, headline: 'Ring' },
  textHash: 'a'.repeat(64),
  changes: [],
  threads: [],
  claims: [],
  sources: [],
  waivers: [],
  replies: [],
  signOffs: [],
} as unknown as ReviewState

const made = (fileId: string, name: string, checked: string): Exported => ({
  fileId: fileId as FileId,
  name,
  size: 38_000,
  checked,
  warnings: [],
})

let root: Root
/** What the window gets as the file; null: it is not kept any more. */
let pdf: Uint8Array | null
let signings: Args<'pdf.sign'>[]
let signing: Failure | null

const GONE: Failure = { code: 'not-found', message: 'This file is not kept any more. Make it again.' }
const WRONG: Failure = { code: 'refused', message: 'The passphrase is wrong. Nothing was signed.' }

const host: HostApi = {
  call: async (method, args) => {
    const answer = (value: unknown) => ({ ok: true, value: value as never }) as const
    switch (method) {
      case 'pdf.bytes':
        return pdf === null
          ? { ok: false, error: GONE }
          : answer({ name: 'ring-v7-packet.pdf', bytes: pdf.slice() })
      case 'pdf.sign': {
        signings.push(args as Args<'pdf.sign'>)
        if (signing !== null) return { ok: false, error: signing }
        const checked = 'Signed with the certificate of Hanne Ostrow, read back and checked.'
        return answer({
          ...made('signed', 'ring-v7-packet-signed.pdf', checked),
          signer: 'Hanne Ostrow',
          issuer: 'Teld Root',
        })
      }
      case 'review.imports':
        return answer([])
      default:
        return { ok: false, error: { code: 'refused', message: method } }
    }
  },
  on: () => () => undefined,
}

beforeEach(async () => {
  pdf = drawnPdf(3, A4)
  signings = []
  signing = null
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useExports } = await import('../../../src/renderer/features/export/make-files.ts')
  const { ExportDialog } = await import('../../../src/renderer/features/export/export-dialog.tsx')
  useReview.setState({ state: STATE })
  const file = made('made', 'ring-v7-packet.pdf', 'Read back and checked: 3 pages.')
  const job = { kind: 'pdf-packet', outcome: { kind: 'done', file } } as const
  useExports.setState({ articleId: 'ring', jobs: [job] })
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  // As the shell has it: gone when it is hidden.
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  const Shell = () => (useShell((shell) => shell.dialog) === null ? null : <ExportDialog />)
  useShell.setState({ dialog: { kind: 'export' } })
  root.render(<Shell />)
  await expect.element(page.getByRole('dialog', { name: 'Export' }), { timeout: PATIENCE }).toBeVisible()
}, PATIENCE)

afterEach(async () => {
  root.unmount()
  vi.restoreAllMocks()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState(useReview.getInitialState())
})

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const small = (number: number) => button(`Page ${number} of 3`)
const sheets = () => [...document.querySelectorAll('body > div img')] as HTMLImageElement[]

/** How far from the left the bar of the large page goes, in hundredths of its width; 0 while it is not drawn. */
function barOfLargePage(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('section[aria-label$="large"] canvas')
  const context = canvas?.getContext('2d')
  if (!canvas || !context) return 0
  const row = context.getImageData(0, Math.round((60 / 842) * canvas.height), canvas.width, 1).data
  let last = 0
  for (let at = 0; at < canvas.width; at += 1)
    if ((row[4 * at] ?? 255) < 64 && row[4 * at + 3] === 255) last = at
  return Math.round((100 * last) / canvas.width)
}

/** Half a pixel at its edge may belong to either side. */
const reaches = (points: number) => Math.abs(barOfLargePage() - (100 * points) / 595) < 1.5

async function openPages(): Promise<void> {
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(small(1), { timeout: PATIENCE }).toBeVisible()
}

test('shows every page small and one large, led by the keyboard, and goes back to where it came from', async () => {
  await openPages()
  await expect.element(small(1)).toHaveFocus()
  await expect.poll(() => reaches(100)).toBe(true)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(small(2)).toHaveFocus()
  await expect.element(small(2)).toHaveAttribute('aria-current', 'page')
  await expect.poll(() => reaches(140)).toBe(true)
  await userEvent.keyboard('{End}')
  await expect.element(page.getByRole('region', { name: 'Page 3 of 3, large' })).toBeVisible()
  await expect.poll(() => reaches(180)).toBe(true)
  // Tab leaves the small pages for the large one, which scrolls.
  await userEvent.keyboard('{Tab}')
  await expect.element(page.getByRole('region', { name: 'Page 3 of 3, large' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await expect.element(button('Look at the pages of ring-v7-packet.pdf')).toHaveFocus()
})

test.each([
  ['A4', A4],
  ['letter', LETTER],
] as const)('prints all pages on %s, and takes them away again', async (paper, size) => {
  pdf = drawnPdf(3, size)
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  await openPages()
  await button('Print…').click()
  await expect.poll(() => print.mock.calls.length, { timeout: PATIENCE }).toBe(1)
  expect(sheets().map(({ alt }) => alt)).toEqual(['Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'])
  // Two hundred dots an inch.
  expect(sheets()[0]?.naturalWidth).toBe(Math.round((size[0] / 72) * 200))
  expect(sheets()[0]?.parentElement?.className).toMatch(paper === 'A4' ? /a4/ : /letter/)
  window.dispatchEvent(new Event('afterprint'))
  expect(sheets()).toEqual([])
})

test('printing can be cancelled while the pages are drawn', async () => {
  pdf = drawnPdf(60, A4)
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(button('Page 1 of 60'), { timeout: PATIENCE }).toBeVisible()
  await button('Print…').click()
  await button('Cancel printing').click()
  await expect.element(button('Print…')).toBeVisible()
  expect(print).not.toHaveBeenCalled()
  expect(sheets()).toEqual([])
})

test('says why no page is shown, for a file that is gone and for one that cannot be drawn', async () => {
  pdf = null
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(page.getByText('This file is not kept any more. Make it again.')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  pdf = new TextEncoder().encode('no PDF at all')
  await button('Look at the pages of ring-v7-packet.pdf').click()
  await expect.element(page.getByText(/could not be drawn here/), { timeout: PATIENCE }).toBeVisible()
})

const certificate = () => new File([new Uint8Array([48, 1, 2])], 'hanne.p12')

test('signs with a certificate: a refusal is said aloud, and the passphrase does not stay', async () => {
  await button('Sign ring-v7-packet.pdf').click()
  const form = page.getByRole('dialog', { name: 'Sign with a certificate' })
  const words = () => form.element().textContent
  await expect.poll(words).toContain('the name in the certificate, whoever sits at this desk')
  expect(words()).toContain('This text is not approved, and the signature will say so.')
  await expect.element(page.getByLabelText('Your certificate with its key')).toHaveFocus()
  await expect
    .element(form.getByRole('button', { name: 'Sign', exact: true }))
    .toHaveAttribute('aria-disabled', 'true')
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), certificate())
  const passphrase = page.getByLabelText('Passphrase')
  expect(passphrase.element()).toHaveProperty('type', 'password')
  signing = WRONG
  await passphrase.fill('wrong')
  await userEvent.keyboard('{Enter}')
  await expect.element(form.getByRole('alert')).toHaveTextContent(WRONG.message)
  await expect.element(passphrase).toHaveValue('')
  signing = null
  await passphrase.fill('right')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/Signed with the certificate of Hanne Ostrow/)).toBeVisible()
  expect(signings.map(({ fileId, passphrase: given }) => [fileId, given])).toEqual([
    ['made', 'wrong'],
    ['made', 'right'],
  ])
  expect([...(signings[1]?.key ?? [])]).toEqual([48, 1, 2])
  // What is saved and signed next is the file with the signature.
  await expect.element(button('Save ring-v7-packet-signed.pdf')).toBeVisible()
  await button('Sign ring-v7-packet-signed.pdf').click()
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), certificate())
  await form.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect.poll(() => signings[2]?.fileId).toBe('signed')
})

test('choosing no file after all closes nothing', async () => {
  await button('Sign ring-v7-packet.pdf').click()
  const field = page.getByLabelText('Your certificate with its key')
  field.element().dispatchEvent(new Event('cancel', { bubbles: true, cancelable: true }))
  await expect.element(field).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  await expect.poll(() => field.query()).toBeNull()
})

test('a file that is far too large for a key is not even read', async () => {
  await button('Sign ring-v7-packet.pdf').click()
  const large = new File([new Uint8Array(2_000_000)], 'film.p12')
  await userEvent.upload(page.getByLabelText('Your certificate with its key'), large)
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect
    .poll(() => page.getByRole('alert').element().textContent)
    .toContain('too large for one with a key')
  expect(signings).toEqual([])
})
