import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { expect, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { Args, Exported, Failure, HostApi } from '../../../src/shared/contract.ts'
import type { FileId } from '../../../src/shared/model/ids.ts'
import { drawnPdf } from '../../support/drawn-pdf.ts'
import { exportReview } from '../../support/export-review.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** The export window with a sign-off packet that was made, and what main answers of it. */

/** The first pages wait for the reader, of some megabytes, to be served. */
export const PATIENCE = 90_000
export const A4 = [595, 842] as const
const STATE = exportReview()

const made = (fileId: string, name: string, checked: string): Exported => ({
  fileId: fileId as FileId,
  name,
  size: 38_000,
  checked,
  warnings: [],
})

type Main = {
  /** What the window gets as the file; null: it is not kept any more. */
  pdf: Uint8Array | null
  signings: Args<'pdf.sign'>[]
  signing: Failure | null
  /** It takes for ever. */
  holds: boolean
  cancelled: string[]
}

const fresh = (): Main => ({
  pdf: drawnPdf(3, A4),
  signings: [],
  signing: null,
  holds: false,
  cancelled: [],
})

export const main: Main = fresh()
let root: Root

const GONE: Failure = { code: 'not-found', message: 'This file is not kept any more. Make it again.' }

const host: HostApi = {
  call: async (method, args) => {
    const answer = (value: unknown) => ({ ok: true, value: value as never }) as const
    switch (method) {
      case 'pdf.bytes':
        return main.pdf === null
          ? { ok: false, error: GONE }
          : answer({ name: 'ring-v7-packet.pdf', bytes: main.pdf.slice() })
      case 'pdf.sign': {
        main.signings.push(args as Args<'pdf.sign'>)
        if (main.holds) await new Promise(() => undefined)
        if (main.signing !== null) return { ok: false, error: main.signing }
        const checked = 'Signed with the certificate of Hanne Ostrow, read back and checked.'
        return answer({
          ...made('signed', 'ring-v7-packet-signed.pdf', checked),
          signer: 'Hanne Ostrow',
          issuer: 'Teld Root',
        })
      }
      case 'jobs.cancel':
        main.cancelled.push((args as Args<'jobs.cancel'>).job)
        return answer(true)
      case 'exports.save':
        return answer({ kind: 'cancelled' })
      case 'review.imports':
        return answer([])
      default:
        return { ok: false, error: { code: 'refused', message: method } }
    }
  },
  on: () => () => undefined,
}

export async function openWindow(): Promise<void> {
  Object.assign(main, fresh())
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useExports } = await import('../../../src/renderer/features/export/make-files.ts')
  const { ExportDialog } = await import('../../../src/renderer/features/export/export-dialog.tsx')
  useReview.setState({ state: STATE })
  const file = made('made', 'ring-v7-packet.pdf', 'Read back and checked: 3 pages.')
  const of = { audience: 'internal', standing: { textHash: STATE.textHash, approved: false } } as const
  const job = { kind: 'pdf-packet', outcome: { kind: 'done', file, of } } as const
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
}

export async function closeWindow(): Promise<void> {
  root.unmount()
  vi.restoreAllMocks()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState(useReview.getInitialState())
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
