import type { Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Place, RunningApp } from './running-app.ts'

const ENTRY = resolve(import.meta.dirname, '../../../out/main/loopback.js')

export type Served = {
  /** The link that was printed; it works once. */
  readonly link: string
  readonly pid: number
  /** Its exit code, when it has ended. */
  readonly ended: Promise<number | null>
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

/** Starts the loopback host without a browser and resolves with its link. */
export async function serveLoopback(library: string): Promise<Served> {
  const child = spawn(process.execPath, [ENTRY], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, STET_LIBRARY: library, STET_NO_BROWSER: '1' },
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const line = new Promise<string>((done) => createInterface(child.stdout).once('line', done))
  const first = await Promise.race([line, ended])
  if (typeof first !== 'string') throw new Error(`The loopback host ended with ${first}`)
  return {
    link: first.replace('Stet is open at ', ''),
    pid: child.pid ?? 0,
    ended,
    stop: async (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

export async function openLoopback(place: Place): Promise<RunningApp> {
  const served = await serveLoopback(place.library)
  const context = await place.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  keepChoosers(page)
  await page.goto(served.link)
  return {
    page,
    openFile: async ({ name, bytes }, trigger = () => page.keyboard.press('ControlOrMeta+o')) => {
      await drawn(page)
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), trigger()])
      await chooser.setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    },
    takeDownload: async (trigger) => {
      const [download] = await Promise.all([page.waitForEvent('download'), trigger()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    end: async () => {
      await page.close()
      await context.close()
      const code = await served.stop('SIGTERM')
      if (code !== 0) throw new Error(`The loopback host ended with ${code}`)
    },
    kill: async () => {
      await served.stop('SIGKILL')
      await context.close()
    },
  }
}

/**
 * From its first moment, not from when a test waits: until then a chooser goes to the headless browser itself, which
 * cancels it, and a key that follows the wait at once may be there before the wait is.
 */
export function keepChoosers(page: Page): void {
  page.on('filechooser', () => undefined)
}

/** Keys are heard once the window has been put together and drawn. */
async function drawn(page: Page): Promise<void> {
  await page.locator('input[data-open-files]').waitFor({ state: 'attached' })
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  )
}
