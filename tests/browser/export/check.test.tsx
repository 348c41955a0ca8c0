import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Args, Failure, HostApi, Outcome, Result } from '../../../src/shared/contract.ts'
import type { FileId } from '../../../src/shared/model/ids.ts'
import type { PdfSignature } from '../../../src/shared/model/checked-pdf.ts'
import type { ReviewState } from '../../../src/shared/model/review.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** A PDF from elsewhere, held against itself: what it is, whether it was changed, who signed. */

type Checked = Result<'pdf.check'>

const HASH = 'a'.repeat(64)
const INES: PdfSignature = {
  signer: 'Ines Calloway',
  issuer: 'Teld Root',
  at: Date.UTC(2026, 10, 22, 9, 30),
  isValid: true,
  fault: null,
  coversFile: true,
}
const GOOD: Checked = {
  fileId: 'came' as FileId,
  name: 'ring-v7-packet.pdf',
  size: 38_000,
  about: { headline: 'Nine boats', slug: 'ring', version: 'v7', variant: 'packet', approved: true },
  textHash: HASH,
  pages: 14,
  faults: [],
  signatures: [INES],
}

let root: Root
let found: Checked | Failure
/** A check that takes long is ended by its job. */
let holds: boolean
const held = new Map<string, (outcome: Outcome<Checked>) => void>()
const CANCELLED: Failure = { code: 'cancelled', message: 'This was cancelled. Nothing was changed.' }

const host: HostApi = {
  call: async (method, args) => {
    const answer = (value: unknown) => ({ ok: true, value: value as never }) as const
    if (method === 'pdf.bytes')
      return answer({ name: 'ring-v7-packet-signed.pdf', bytes: new Uint8Array([1]) })
    if (method === 'pdf.sign') return answer({ ...GOOD, fileId: 'signed', checked: 'Signed.', warnings: [] })
    if (method === 'jobs.cancel') {
      held.get((args as Args<'jobs.cancel'>).job)?.({ ok: false, error: CANCELLED })
      return answer(true)
    }
    if (method !== 'pdf.check') return { ok: false, error: { code: 'refused', message: method } }
    const outcome: Outcome<Checked> = 'code' in found ? { ok: false, error: found } : answer(found)
    const { job = '' } = args as Args<'pdf.check'>
    return (holds ? new Promise<Outcome<Checked>>((end) => held.set(job, end)) : outcome) as never
  },
  on: () => () => undefined,
}

beforeEach(async () => {
  found = GOOD
  holds = false
  held.clear()
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { CheckDialog } = await import('../../../src/renderer/features/export/check-dialog.tsx')
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  root.render(<CheckDialog />)
  await expect.element(page.getByRole('dialog', { name: 'Check a PDF' }), { timeout: 20_000 }).toBeVisible()
}, 60_000)

afterEach(async () => {
  root.unmount()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState(useReview.getInitialState())
})

const said = () => document.querySelector('dialog')?.textContent ?? ''
const choose = () =>
  userEvent.upload(page.getByLabelText('A PDF that Stet made'), new File(['%PDF'], 'ring-v7-packet.pdf'))

test('says what the file is, that it is as it was made, and whose certificate signed it', async () => {
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState({ state: { textHash: HASH } as ReviewState })
  await choose()
  await expect.poll(said).toContain('This file is as it was made, and its signature is valid.')
  for (const words of [
    'Nine boats',
    'PDF sign-off packet, v7, 14 pages. It says: approved.',
    'The open article has this very text now.',
    'Ines Calloway',
    'Valid, for the whole file.',
    'Certificate issued by Teld Root.',
    'Whether that certificate can be trusted is not checked here.',
  ]) {
    expect(said()).toContain(words)
  }
  useReview.setState({ state: { textHash: 'b'.repeat(64) } as ReviewState })
  await expect.poll(said).toContain('The open article has another text now.')
})

test('a file that was changed is told so, with every fault, and takes no signature', async () => {
  const fault = 'the file was changed after it was signed'
  const broken = { ...INES, isValid: false, fault, coversFile: false }
  found = { ...GOOD, faults: [`the signature of Ines Calloway is not valid: ${fault}`], signatures: [broken] }
  await choose()
  await expect.poll(said).toContain('This file is not as it was made.')
  expect(said()).toContain(
    'The signature of Ines Calloway is not valid: the file was changed after it was signed.',
  )
  expect(said()).toContain('Not valid: the file was changed after it was signed.')
  await expect.element(page.getByRole('button', { name: 'Pages' })).toBeVisible()
  expect(page.getByRole('button', { name: 'Sign…' }).query()).toBeNull()
})

test('what is none of ours is refused aloud', async () => {
  found = { code: 'refused', message: 'This PDF was not made by Stet.' }
  await choose()
  await expect.element(page.getByRole('alert')).toHaveTextContent('This PDF was not made by Stet.')
})

test('a second approver signs it here, and saves what came out', async () => {
  await choose()
  await page.getByRole('button', { name: 'Sign…' }).click()
  await userEvent.upload(
    page.getByLabelText('Your certificate with its key'),
    new File([new Uint8Array([48])], 'mara.p12'),
  )
  const earlier = { ...INES, coversFile: false }
  found = {
    ...GOOD,
    name: 'ring-v7-packet-signed.pdf',
    signatures: [earlier, { ...INES, signer: 'Mara Oyelle' }],
  }
  await page.getByRole('button', { name: 'Sign', exact: true }).click()
  await expect.poll(said).toContain('its 2 signatures are valid')
  expect(said()).toContain('Valid, for the file as it was then; the next signature was added behind it.')
  await expect.element(page.getByRole('button', { name: 'Save ring-v7-packet-signed.pdf' })).toBeVisible()
  expect(said()).toContain('lies nowhere until you save it')
})

test('a check that takes long can be cancelled, and the focus stays in the dialog', async () => {
  holds = true
  await choose()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(said).toContain('Cancelled: ring-v7-packet.pdf was not checked.')
  await expect.element(page.getByLabelText('A PDF that Stet made')).toHaveFocus()
  expect(page.getByRole('alert').query()).toBeNull()
})

test('of a file that was chosen before another, nothing is shown any more', async () => {
  holds = true
  await choose()
  await expect.poll(() => held.size).toBe(1)
  const [first = ''] = held.keys()
  const slow = held.get(first)
  // That it is asked to end may come too late.
  held.set(first, () => undefined)
  holds = false
  found = { ...GOOD, about: { ...GOOD.about, headline: 'Another story' } }
  await userEvent.upload(page.getByLabelText('A PDF that Stet made'), new File(['%PDF'], 'other.pdf'))
  await expect.poll(said).toContain('Another story')
  slow?.({ ok: true, value: GOOD })
  await expect.poll(said).toContain('Another story')
  expect(said()).not.toContain('Nine boats')
})
