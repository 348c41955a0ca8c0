import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Args, Failure, HostApi } from '../../../src/shared/contract.ts'
import type { EventName, EventPayload } from '../../../src/shared/events.ts'
import { useChecks } from '../../../src/renderer/checks/checks.ts'
import { exportReview } from '../../support/export-review.ts'
import '../../../src/renderer/styles/tokens.css'
import '../../../src/renderer/styles/reset.css'

/** The export dialog: what a file means before it is made, and how it is shown, ended and offered. */

const STATE = exportReview()

type Asked = Args<'exports.create'>
type Answer = { readonly done: string } | { readonly error: Failure }

let root: Root
let asked: Asked[]
/** Ends the work that is under way. */
let answer: (how: Answer) => void
let cancelled: string[]
let tell: (progress: EventPayload<'progress'>) => void

const file = (name: string) => ({
  fileId: `file ${name}`,
  name,
  size: 38_000,
  checked: 'Read back and checked: 449 words, same hash.',
  warnings: [],
})

const NO_TROUBLE: Failure = { code: 'cancelled', message: 'This was cancelled. Nothing was changed.' }
const REPORT = { name: 'boats.docx', at: 1, cameIn: {}, warnings: [] }

const host: HostApi = {
  call: async (method, args) => {
    if (method === 'review.imports') return { ok: true, value: [REPORT] as never }
    if (method === 'jobs.cancel') {
      cancelled.push((args as Args<'jobs.cancel'>).job)
      answer({ error: NO_TROUBLE })
      return { ok: true, value: { cancelled: true } as never }
    }
    if (method !== 'exports.create') return { ok: false, error: { code: 'refused', message: method } }
    asked.push(args as Asked)
    const how = await new Promise<Answer>((resolve) => {
      answer = resolve
    })
    return 'error' in how ? { ok: false, error: how.error } : { ok: true, value: file(how.done) as never }
  },
  on: (event: EventName, listener) => {
    if (event === 'progress') tell = listener as typeof tell
    return () => undefined
  },
}

const PATIENCE = 60_000

beforeEach(async () => {
  asked = []
  cancelled = []
  Object.defineProperty(window, 'stet', { value: host, configurable: true })
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  const { useExports } = await import('../../../src/renderer/features/export/make-files.ts')
  const { ExportDialog } = await import('../../../src/renderer/features/export/export-dialog.tsx')
  const { listenToHost } = await import('../../../src/renderer/features/shell/host-events.ts')
  useExports.setState(useExports.getInitialState())
  useReview.setState({ state: STATE })
  listenToHost()
  await page.viewport(1280, 800)
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
  root.render(<ExportDialog />)
  await expect.element(page.getByRole('dialog', { name: 'Export' }), { timeout: 20_000 }).toBeVisible()
}, PATIENCE)

afterEach(async () => {
  root.unmount()
  const { useReview } = await import('../../../src/renderer/features/review/store.ts')
  useReview.setState(useReview.getInitialState())
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const box = (name: RegExp) => page.getByRole('checkbox', { name })
const said = () => document.querySelector('dialog')?.textContent ?? ''
const rows = () => [...document.querySelectorAll('[aria-label="Files"] > li')].map((row) => row.textContent)

test('says before a file is made what it includes and leaves out, and what the sign-off page adds', async () => {
  await expect.poll(said).toMatch(/Looks, headers and layout of “boats\.docx”/)
  await expect.poll(said).toMatch(/A mark by which it is known when it comes back/)
  expect(said()).not.toMatch(/A last page/)
  await box(/sign-off page/).click()
  await expect.poll(said).toMatch(/A last page: verdict, slots, open items/)
  await expect.poll(said).toMatch(/The last page will say so\./)
  await button('External').click()
  await expect.poll(said).toMatch(/The mark by which a copy is known when it comes back/)
})

test('makes one file after the other, as asked for, and offers each with its own check', async () => {
  await box(/sign-off page/).click()
  await button('Make 2 files').click()
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]).toMatchObject({ kind: 'docx-review', audience: 'internal', signOffPage: true })
  expect(rows()[1]).toContain('waits for the one before it')
  tell({ job: asked[0]?.job ?? '', label: 'Checking the file', done: 2, total: 4 })
  await expect.poll(() => rows()[0]).toContain('checking the file')
  expect(document.querySelector('progress')?.value).toBe(2)
  // Of other windows nothing is shown.
  tell({ job: 'another', label: 'Opening “other.docx”', done: 1, total: 2 })
  expect(rows()[0]).toContain('checking the file')
  answer({ done: 'ring-v7-review.docx' })
  await expect.poll(() => asked.length).toBe(2)
  answer({ error: { code: 'refused', message: 'The file failed its own check: a name on page 3.' } })
  await expect.element(button('Save ring-v7-review.docx')).toBeVisible()
  expect(rows()[0]).toContain('449 words, same hash')
  await expect.poll(() => rows()[1]).toContain('not offered')
  expect(rows()[1]).toContain('a name on page 3')
})

test('PDFs are set on the paper of the house style, which is told, or on the one that is chosen', async () => {
  useChecks.setState({
    profile: 'there',
    profiles: [
      { id: 'here', title: 'Here', paper: 'letter' },
      { id: 'there', title: 'There', paper: 'a4' },
    ],
  })
  await expect
    .element(page.getByRole('combobox', { name: /PDF paper/ }))
    .toHaveDisplayValue('house style: A4')
  await box(/DOCX review/).click()
  await button('Make 1 file').click()
  await expect.poll(() => asked.length).toBe(1)
  expect(asked[0]).not.toHaveProperty('paper')
  answer({ done: 'ring-v7-packet.pdf' })
  await page.getByRole('combobox', { name: /PDF paper/ }).selectOptions('US Letter')
  await button('Make 1 file').click()
  await expect.poll(() => asked.length).toBe(2)
  expect(asked[1]).toMatchObject({ kind: 'pdf-packet', paper: 'letter' })
  answer({ done: 'ring-v7-packet.pdf' })
})

test('what runs can be cancelled, by itself or with what waits', async () => {
  await button('Make 2 files').click()
  await expect.poll(() => asked.length).toBe(1)
  await button('Cancel DOCX review copy').click()
  expect(cancelled).toEqual([asked[0]?.job])
  await expect.poll(() => rows()[0]).toContain('cancelled; nothing was written')
  // The next goes on.
  await expect.poll(() => asked.length).toBe(2)
  await button('Cancel what is running').click()
  await expect.poll(() => rows()[1]).toContain('cancelled')
  await expect.element(button('Make 2 files')).toBeVisible()
})

test('a double press of Make makes the files, and cancels none', async () => {
  await button('Make 2 files').dblClick()
  await expect.poll(() => asked.length).toBe(1)
  expect(rows().join()).not.toContain('cancelled')
  expect(cancelled).toEqual([])
  answer({ done: 'ring-v7-review.docx' })
  await expect.poll(() => asked.length).toBe(2)
  answer({ done: 'ring-v7-packet.pdf' })
  await expect.element(button('Make 2 files')).toBeVisible()
  button('Make 2 files').element().focus()
  await userEvent.keyboard('{Enter>3/}')
  await expect.poll(() => asked.length).toBe(3)
  expect(cancelled).toEqual([])
  await expect.element(button('Cancel what is running')).toHaveFocus()
})

test('what is pointed at stays under the pointer while its words take more room or less', async () => {
  const top = (name: RegExp) => box(name).element().getBoundingClientRect().top
  await expect.poll(said).toMatch(/Looks, headers/)
  const before = top(/PDF clean/)
  for (const name of [/DOCX clean/, /PDF redline/, /PDF clean/, /Stet package/]) {
    await box(name).hover()
    expect(top(/PDF clean/)).toBe(before)
  }
})

test('closed and opened again it still has what was made, and every control is reached by Tab', async () => {
  await button('Make 2 files').click()
  await expect.poll(() => asked.length).toBe(1)
  root.render(<></>)
  answer({ done: 'ring-v7-review.docx' })
  await expect.poll(() => asked.length).toBe(2)
  answer({ done: 'ring-v7-packet.pdf' })
  const { ExportDialog } = await import('../../../src/renderer/features/export/export-dialog.tsx')
  root.render(<ExportDialog />)
  await expect.element(button('Save ring-v7-packet.pdf')).toBeVisible()
  const names = new Set<string>()
  for (let count = 0; count < 20; count += 1) {
    const control = document.activeElement
    names.add(
      (control?.getAttribute('aria-label') ?? control?.closest('label, button')?.textContent ?? '').trim(),
    )
    await userEvent.keyboard('{Tab}')
  }
  for (const name of [
    'End Word files with a sign-off page',
    'External',
    'Make 2 files',
    'Save ring-v7-packet.pdf',
  ]) {
    expect([...names]).toContain(name)
  }
})
