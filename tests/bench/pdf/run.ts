import { chromium } from '@playwright/test'
import { fork } from 'node:child_process'
import type { WorkMessage } from '../../../src/main/worker/requests.ts'
import type { ExportedFile, WorkOutcome } from '../../../src/shared/model/interchange.ts'
import { findChromium } from '../../support/chromium.ts'
import { pageOf } from './html.ts'
import { takenBy, watchTree } from './proc.ts'
import type { Taken } from './proc.ts'
import { workRequest } from './work-review.ts'
import type { SizeName } from './work-review.ts'

export type Printed = Taken & {
  /** Until the file was made, before it was read back; the whole where nothing reads it back. */
  readonly made: number
  readonly bytes: number
  readonly pages: number
}

/** As the app makes it: the built program, in a process of its own. */
export function printByStet(file: string, size: SizeName, engine: 'native' | 'wasm'): Promise<Printed> {
  const request = workRequest(size)
  const child = fork(file, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=2048'],
    env: { ...process.env, STET_PDF_ENGINE: engine },
  })
  const { pid = 0 } = child
  return new Promise((resolve, reject) => {
    let made = 0
    child.on('exit', (code) => reject(new Error(`the process ended with ${String(code)}`)))
    child.on('message', (message: WorkMessage) => {
      if (message.kind === 'progress') {
        if (message.how.label.startsWith('Reading')) made = takenBy(pid).cpu
        return
      }
      const taken = takenBy(pid)
      const outcome = message.answer as WorkOutcome<ExportedFile>
      if (outcome.ok) resolve({ ...taken, made, ...sizeOf(outcome.value.bytes, outcome.value.checked) })
      else reject(new Error(outcome.error.message))
      child.removeAllListeners('exit').kill('SIGKILL')
    })
    child.send(request)
  })
}

function sizeOf(bytes: Uint8Array, checked: string): { readonly bytes: number; readonly pages: number } {
  return { bytes: bytes.length, pages: Number(/: (\d+) page/.exec(checked)?.[1] ?? 0) }
}

/** Chromium prints the same report as a page of the web, started for it. */
export async function printByChromium(size: SizeName): Promise<Printed> {
  const { executablePath, args } = await findChromium()
  const page = pageOf('packet', workRequest(size))
  const server = await chromium.launchServer({ executablePath, args: [...args] })
  const watched = watchTree(server.process().pid ?? 0)
  const browser = await chromium.connect(server.wsEndpoint())
  try {
    const tab = await browser.newPage()
    await tab.setContent(page, { waitUntil: 'load', timeout: 0 })
    const bytes = await tab.pdf({ format: 'A4', tagged: true, outline: true, preferCSSPageSize: true })
    const taken = watched.stop()
    const pages = bytes.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
    return { ...taken, made: taken.cpu, bytes: bytes.length, pages }
  } finally {
    await browser.close()
    await server.close()
  }
}
