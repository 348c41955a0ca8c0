import { chromium, expect, test as base } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../support/chromium.ts'
import { findElectron } from '../../tools/electron.ts'
import { openElectron } from './hosts/open-electron.ts'
import { openLoopback } from './hosts/open-loopback.ts'
import { openStandin } from './hosts/open-standin.ts'
import type { Place, RunningApp } from './hosts/running-app.ts'

export type HostOptions = { readonly host: 'loopback' | 'standin' | 'electron' }

export type App = RunningApp & {
  /** The folder of the library: a new one for each test. */
  readonly library: string
  /** Ends as after closing it, and starts again on the same library, in a new `page`. */
  restart(): Promise<void>
  /** kill -9. Only `restart` may follow. */
  kill(): Promise<void>
}

type Fixtures = {
  readonly app: App
  readonly place: Place
  /** Another desk: an app on a library of its own, in the same host. */
  readonly otherDesk: RunningApp
}
type WorkerFixtures = { readonly chromium: Browser }

const OPEN = { loopback: openLoopback, standin: openStandin, electron: openElectron } as const

export const test = base.extend<Fixtures & HostOptions, WorkerFixtures>({
  host: ['loopback', { option: true }],

  chromium: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs
    async ({}, use) => {
      const { executablePath, args } = await findChromium()
      const browser = await chromium.launch({ executablePath, args: [...args] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],

  place: async ({ chromium }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
    await use({ browser: chromium, library: join(folder, 'library'), files: join(folder, 'files') })
    await rm(folder, { recursive: true, force: true })
  },

  app: async ({ host, place }, use, info) => {
    info.skip(host === 'electron' && findElectron() === null, 'No Electron binary here: skipped.')
    const open = OPEN[host]
    let running = await open(place)
    let killed = false
    const problems: string[] = []
    watch(running.page, problems)
    const app: App = {
      library: place.library,
      get page() {
        return running.page
      },
      openFile: (file, trigger) => running.openFile(file, trigger),
      takeDownload: (trigger) => running.takeDownload(trigger),
      end: () => running.end(),
      kill: async () => {
        killed = true
        await running.kill()
      },
      restart: async () => {
        if (!killed) await running.end()
        running = await open(place)
        watch(running.page, problems)
        killed = false
      },
    }
    await use(app)
    if (!killed) await running.end()
    expect(problems).toEqual([])
  },

  otherDesk: async ({ host, place }, use) => {
    const running = await OPEN[host]({ ...place, library: join(place.library, '..', 'other-library') })
    const problems: string[] = []
    watch(running.page, problems)
    await use(running)
    await running.end()
    expect(problems).toEqual([])
  },
})

/** An exception in the page, or anything that its policy stopped, fails the test whatever the test looks at. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) problems.push(message.text())
  })
}

export { expect }
