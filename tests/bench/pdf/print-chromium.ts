import { chromium } from '@playwright/test'
import type { BrowserServer } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findCarried, findChromium } from '../../support/chromium.ts'
import { pageOf } from './html/page.ts'
import { ENDED, MOST_MEMORY_MB, MOST_TIME_MS } from './printed.ts'
import type { Printed } from './printed.ts'
import { watchTree } from './proc.ts'
import { workRequest } from './work-review.ts'
import type { SizeName } from './work-review.ts'

export type Printer = {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** "Chromium 156.0.1" */
  readonly version: string
}

function versionOf(executablePath: string, env: Readonly<Record<string, string>> = {}): string {
  const told = execFileSync(executablePath, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return told.trim().replace(/ (built on|running on).*$/, '')
}

/** A whole browser, as Electron has one within it, and the headless shell of the package; null for what is not here. */
export async function findPrinters(): Promise<{
  readonly full: Printer | null
  readonly shell: Printer | null
}> {
  const carried = await findCarried()
  const found = await findChromium()
  const isWhole = found.executablePath !== carried?.executablePath
  return {
    full: isWhole ? { ...found, version: versionOf(found.executablePath) } : null,
    shell: carried && { ...carried, version: versionOf(carried.executablePath, carried.env) },
  }
}

/** Prints the same report as a page of the web, from the start of the browser to the whole file. */
export async function printByChromium(
  { executablePath, args, env }: Printer,
  size: SizeName,
): Promise<Printed> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-print-'))
  const page = join(folder, 'packet.html')
  writeFileSync(page, pageOf(workRequest(size)))
  const server = await chromium.launchServer({
    executablePath,
    args: [...args],
    env: { ...process.env, ...env },
  })
  let ended: string | null = null
  const end = (why: string): void => {
    ended ??= why
    server.process().kill('SIGKILL')
  }
  const watched = watchTree(server.process().pid ?? 0, MOST_MEMORY_MB, () => end(ENDED.memory))
  const timer = setTimeout(() => end(ENDED.time), MOST_TIME_MS)
  try {
    const bytes = await printed(server, page)
    const taken = watched.stop()
    const pages = bytes.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? null
    if (process.env['BENCH_PDF_KEEP'])
      writeFileSync(join(process.env['BENCH_PDF_KEEP'], `${size}.pdf`), bytes)
    return { ...taken, made: taken.cpu, bytes: bytes.length, pages, ended: null }
  } catch (error) {
    const words = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    return { ...watched.stop(), made: null, bytes: null, pages: null, ended: ended ?? words }
  } finally {
    clearTimeout(timer)
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function printed(server: BrowserServer, page: string): Promise<Buffer> {
  const browser = await chromium.connect(server.wsEndpoint())
  const tab = await browser.newPage()
  await tab.goto(pathToFileURL(page).href, { waitUntil: 'load', timeout: 0 })
  // In the words of the browser, which these types do not know.
  await tab.evaluate('document.fonts.ready.then(() => null)')
  return tab.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
}
