import { chromium } from '@playwright/test'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { manuscript, paragraphs } from '../e2e/desk-work.ts'
import { keepChoosers, serveLoopback } from '../e2e/hosts/open-loopback.ts'
import { findChromium } from '../support/chromium.ts'

/**
 * `npm run bench [-- DRAFT]`: seconds from starting the built loopback host to a usable desk in a browser that runs
 * already, and from choosing a draft to its text on screen. Median of five, each in a library of its own.
 */
const RUNS = 5
const draft = process.argv[2] ?? resolve(import.meta.dirname, '../../resources/sample/teld-task-force.txt')

type Seconds = { readonly served: number; readonly desk: number; readonly opened: number }

async function once(page: Awaited<ReturnType<typeof newPage>>, library: string): Promise<Seconds> {
  const start = performance.now()
  const since = (from: number) => (performance.now() - from) / 1000
  const host = await serveLoopback(library)
  const served = since(start)
  await page.goto(host.link)
  await page.getByRole('row', { name: /Joint Task/ }).waitFor()
  const desk = since(start)

  const bytes = await readFile(draft)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file…' }).click(),
  ])
  const chosen = performance.now()
  await chooser.setFiles({ name: basename(draft), mimeType: 'text/plain', buffer: bytes })
  await manuscript(page).waitFor()
  await paragraphs(page).first().waitFor()
  const opened = since(chosen)
  await page.goto('about:blank')
  await host.stop('SIGTERM')
  return { served, desk, opened }
}

async function newPage() {
  const { executablePath, args } = await findChromium()
  const browser = await chromium.launch({ executablePath, args: [...args] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  keepChoosers(page)
  return page
}

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b)
  return `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(2)} s (${sorted.map((value) => value.toFixed(2)).join(' ')})`
}

const page = await newPage()
const results: Seconds[] = []
for (let run = 0; run < RUNS; run++) {
  // oxlint-disable-next-line no-await-in-loop -- one after another, so that they do not slow each other
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'))
  // oxlint-disable-next-line no-await-in-loop
  results.push(await once(page, join(folder, 'library')))
  // oxlint-disable-next-line no-await-in-loop
  await rm(folder, { recursive: true, force: true })
}
await page.context().browser()?.close()
console.log(`process to listening, new library with the sample: ${median(results.map((one) => one.served))}`)
console.log(`process to usable desk: ${median(results.map((one) => one.desk))}`)
console.log(`draft chosen to text on screen: ${median(results.map((one) => one.opened))}`)
