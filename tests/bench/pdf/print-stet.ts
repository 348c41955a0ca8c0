import { createOwnProcess } from '../../../src/main/worker/own-process.ts'
import { ENDED, MOST_MEMORY_MB, MOST_TIME_MS } from './printed.ts'
import type { Printed } from './printed.ts'
import { started, watchTree } from './proc.ts'
import type { Watched } from './proc.ts'
import { workRequest } from './work-review.ts'
import type { SizeName } from './work-review.ts'

/** As the app makes it: by the built program, in a process of its own, started as the app starts it. */
export async function printByStet(file: string, size: SizeName, engine: 'native' | 'wasm'): Promise<Printed> {
  const request = workRequest(size)
  process.env['STET_PDF_ENGINE'] = engine
  const own = createOwnProcess({ file, deadline: MOST_TIME_MS })
  const before = started()
  const stop = new AbortController()
  const start = Date.now()
  let made: number | null = null
  let watched: Watched | null = null
  const asked = own.ask(request, {
    signal: stop.signal,
    progress: ({ label }) => {
      if (label.startsWith('Reading')) made = watched?.taken().cpu ?? null
    },
  })
  // It is started within the call or just behind it, and not yet at work.
  for (let pid: number | undefined; !watched && Date.now() - start < 1000;) {
    pid = [...started()].find((one) => !before.has(one))
    if (pid !== undefined) watched = watchTree(pid, MOST_MEMORY_MB, () => stop.abort())
    // oxlint-disable-next-line no-await-in-loop -- until it is there
    else await Promise.resolve()
  }
  const outcome = await asked
  const taken = watched?.stop() ?? { cpu: 0, memory: 0 }
  await own.close()
  delete process.env['STET_PDF_ENGINE']
  if (outcome.ok) {
    const { bytes, checked } = outcome.value
    return {
      ...taken,
      made,
      bytes: bytes.length,
      pages: Number(/: (\d+) page/.exec(checked)?.[1]),
      ended: null,
    }
  }
  const isSlow = Date.now() - start >= MOST_TIME_MS
  const ended = stop.signal.aborted ? ENDED.memory : isSlow ? ENDED.time : outcome.error.message
  return { ...taken, made, bytes: null, pages: null, ended }
}
