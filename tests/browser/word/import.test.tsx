import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Args, HostApi, Outcome } from '../../../src/shared/contract.ts'
import type { EventName, EventPayload } from '../../../src/shared/events.ts'
import type { CameIn, Returned } from '../../../src/shared/model/import-report.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** Opening Word files: how far it is, ending it, and what is told of what came in. */

const CAME_IN: CameIn = {
  words: 449,
  paragraphs: 12,
  tables: 1,
  pictures: 0,
  notes: 2,
  changes: 14,
  comments: 9,
  replies: 3,
  kept: [{ kind: 'formula', count: 2 }],
}
const BROUGHT: Returned = {
  changes: 3,
  comments: 1,
  replies: 0,
  resolved: 0,
  accepted: 2,
  rejected: 0,
  untracked: 0,
}
const WARNINGS = [{ code: 'linked', message: '1 linked picture is not in the file. Nothing was fetched.' }]

type Asked = Args<'articles.import'>

let root: Root
let asked: Asked[]
let answer: (outcome: Outcome<unknown>) => void
let tell: (progress: EventPayload<'progress'>) => void

const host: HostApi = {
  call: async (method, args) => {
    if (method === 'jobs.cancel') {
      const error = { code: 'cancelled', message: 'This was cancelled. Nothing was changed.' } as const
      answer({ ok: false, error })
    }
    if (method === 'review.imports') {
      const report = { name: 'boats.docx', at: Date.UTC(2026, 10, 20), cameIn: CAME_IN, warnings: WARNINGS }
      const back = { ...report, name: 'boats-v1-review.docx', warnings: [], brought: BROUGHT }
      return { ok: true, value: [{ ...report, brought: null }, back] as never }
    }
    if (method !== 'articles.import') return { ok: true, value: null as never }
    asked.push(args as Asked)
    const outcome = await new Promise<Outcome<unknown>>((resolve) => {
      answer = resolve
    })
    return outcome as never
  },
  on: (event: EventName, listener) => {
    if (event === 'progress') tell = listener as typeof tell
    return () => undefined
  },
}

const PATIENCE = 60_000

beforeEach(async () => {
  asked = []
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { Dialogs } = await import('../../../src/renderer/features/shell/dialogs.tsx')
  const { ProgressLine } = await import('../../../src/renderer/features/shell/progress-line.tsx')
  const { listenToHost } = await import('../../../src/renderer/features/shell/host-events.ts')
  listenToHost()
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  root.render(
    <>
      <ProgressLine />
      <Dialogs />
    </>,
  )
}, PATIENCE)

afterEach(async () => {
  root.unmount()
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.setState(useShell.getInitialState())
})

const said = () => document.querySelector('dialog')?.textContent ?? ''

async function open(...names: readonly string[]): Promise<{ readonly over: Promise<void> }> {
  const { importFiles } = await import('../../../src/renderer/features/desk/import.ts')
  return { over: importFiles(names.map((name) => new File([new Uint8Array([1])], name))) }
}

test('it is shown how far opening is; ending it ends the files behind it as well', async () => {
  const { over } = await open('boats.docx', 'fleet.docx')
  await expect.poll(() => asked.length).toBe(1)
  await expect.element(page.getByRole('progressbar', { name: 'Opening boats.docx' })).toBeVisible()
  tell({ job: asked[0]?.job ?? '', label: 'Reading the text', done: 1, total: 4 })
  await expect.poll(() => document.querySelector('progress')?.value).toBe(1)
  await page.getByRole('button', { name: 'Cancel: Reading the text' }).click()
  await over
  expect(asked).toHaveLength(1)
  await expect.element(page.getByRole('dialog', { name: 'Nothing was opened' })).toBeVisible()
  expect(said()).toContain('This was cancelled. Nothing was changed.')
  expect(document.querySelector('progress')).toBeNull()
})

test('what came in, what is kept and what came in differently is told before the review opens', async () => {
  const { over } = await open('boats.docx')
  await expect.poll(() => asked.length).toBe(1)
  const imported = { articleId: 'boats', name: 'boats.docx', cameIn: CAME_IN, warnings: WARNINGS }
  answer({ ok: true, value: imported })
  await over
  await expect.element(page.getByRole('dialog', { name: '1 draft opened' })).toBeVisible()
  for (const words of [
    '449 words in 12 paragraphs, 14 tracked changes, 9 comments with 3 replies, 1 table, 2 notes',
    '2 formulas',
    'Fonts, sizes, headers, footers and page layout',
    '1 linked picture is not in the file. Nothing was fetched.',
  ]) {
    expect(said()).toContain(words)
  }
})

test('the same can be read again from the article', async () => {
  const { useShell } = await import('../../../src/renderer/features/shell-store.ts')
  useShell.getState().show({ kind: 'came-in' })
  await expect.element(page.getByRole('dialog', { name: 'What came in' })).toBeVisible()
  await expect.poll(said).toContain('2 formulas')
  expect(said()).toContain('boats.docx')
  // The newest first: a copy that came back leaves a report as well.
  expect(said().indexOf('boats-v1-review.docx')).toBeLessThan(said().indexOf('boats.docx'))
  expect(said()).toContain('Brought3 tracked changes, 1 comment, 2 changes of yours accepted')
})
