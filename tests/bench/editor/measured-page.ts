import type { Browser, CDPSession, Page } from '@playwright/test'
import type { Figures, StateRound } from './figures.ts'
import type { Kind, PageApi } from './page-api.ts'
import type { Size } from './workload.ts'
import type { Tab } from '../../../src/renderer/features/review/store.ts'

declare global {
  interface Window {
    readonly bench: PageApi
  }
}

const VIEWPORT = { width: 1440, height: 900 }
/** As somebody types who types fast. */
const BETWEEN_KEYS = 90
const KEYS = 50
const WARM_UP_KEYS = 6
const MANY_KEYS = 1000
const STATE_KEYS = 4000
const SAVES = 4
/** A save is sent 250 ms after the first key, and what follows of it comes soon after. */
const AFTER_SAVE = 2000

export type Wanted = {
  readonly kind: Kind
  readonly size: Size
  readonly tab?: Tab
  readonly saves?: boolean
  readonly memory?: boolean
}

const NO_HEAP = { before: NaN, after: NaN }

type Opened = { readonly page: Page; readonly devtools: CDPSession }

async function openPage(browser: Browser, url: string): Promise<Opened> {
  const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: 'light' })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`page: ${error.stack ?? error.message}`))
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  return { page, devtools }
}

/** Processor time of the page's main thread so far, in milliseconds. */
async function mainThread({ devtools }: Opened): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
}

async function heap({ devtools }: Opened): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage')
  await devtools.send('HeapProfiler.collectGarbage')
  return (await devtools.send('Runtime.getHeapUsage')).usedSize
}

async function pressKeys(page: Page, count: number, pause: number): Promise<void> {
  for (let key = 0; key < count; key++) {
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await page.keyboard.press(key % 6 === 5 ? 'Space' : 'e')
    // oxlint-disable-next-line no-await-in-loop
    if (pause > 0) await page.waitForTimeout(pause)
  }
}

/** Opens one editor in a page of its own and types into the middle of it. */
export async function measure(browser: Browser, url: string, wanted: Wanted): Promise<Figures> {
  const opened = await openPage(browser, url)
  const { page } = opened
  await page.evaluate(({ kind, size }) => window.bench.prepare(kind, size), wanted)
  const before = await mainThread(opened)
  await page.evaluate(() => window.bench.open())
  const open = (await mainThread(opened)) - before
  if (wanted.tab) await page.evaluate((tab) => window.bench.setTab(tab), wanted.tab)
  await page.evaluate(() => window.bench.caret())
  await pressKeys(page, WARM_UP_KEYS, BETWEEN_KEYS)
  await page.waitForTimeout(AFTER_SAVE)
  await page.evaluate(() => window.bench.takeKeys())

  const start = await mainThread(opened)
  await pressKeys(page, KEYS, BETWEEN_KEYS)
  const keyTask = ((await mainThread(opened)) - start) / KEYS
  const keys = await page.evaluate(() => window.bench.takeKeys())
  const saveBlocks = wanted.saves ? await blocksOfSaves(page) : []
  const heap = wanted.memory ? await growth(opened) : NO_HEAP
  await page.context().close()
  return { ...keys, open, keyTask, saveBlocks, heap }
}

async function blocksOfSaves(page: Page): Promise<readonly number[]> {
  const blocks: number[] = []
  await page.waitForTimeout(AFTER_SAVE)
  for (let save = 0; save < SAVES; save++) {
    // oxlint-disable-next-line no-await-in-loop -- one save after another
    await page.keyboard.press('e')
    // oxlint-disable-next-line no-await-in-loop
    await page.waitForTimeout(BETWEEN_KEYS)
    // oxlint-disable-next-line no-await-in-loop
    blocks.push(await page.evaluate((wait) => window.bench.blocks(wait), AFTER_SAVE))
  }
  return blocks
}

async function growth(opened: Opened): Promise<{ before: number; after: number }> {
  const before = await heap(opened)
  await pressKeys(opened.page, MANY_KEYS, 0)
  await opened.page.waitForTimeout(AFTER_SAVE)
  return { before, after: await heap(opened) }
}

/** Keys at a state without a view, and what they cost the whole process. */
export async function measureState(
  browser: Browser,
  url: string,
  kind: 'plain' | 'bare',
  size: Size,
): Promise<StateRound> {
  const opened = await openPage(browser, url)
  const { page } = opened
  const type = (keys: number) =>
    page.evaluate(([kind, size, keys]) => window.bench.typeAtState(kind, size, keys), [
      kind,
      size,
      keys,
    ] as const)
  const short = await processorTime(browser, () => type(1))
  const long = await processorTime(browser, () => type(1 + STATE_KEYS))
  await page.context().close()
  return { ...long.result, processor: (long.milliseconds - short.milliseconds) / STATE_KEYS }
}

export async function measureDeciding(browser: Browser, url: string, size: Size) {
  const { page } = await openPage(browser, url)
  const figures = await page.evaluate((size) => window.bench.decideFigures(size), size)
  await page.context().close()
  return figures
}

/** Of all the browser's page processes while `act` runs: nothing else does. */
async function processorTime<T>(browser: Browser, act: () => Promise<T>) {
  const devtools = await browser.newBrowserCDPSession()
  const total = async () => {
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
    const pages = processInfo.filter(({ type }) => type === 'renderer')
    return 1000 * pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
  }
  const before = await total()
  const result = await act()
  const milliseconds = (await total()) - before
  await devtools.detach()
  return { result, milliseconds }
}
