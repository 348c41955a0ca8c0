import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Failure } from '../../shared/contract.ts'
import type { ExportedFile, ExportRequest, Watch, WorkOutcome } from '../../shared/model/interchange.ts'
import { noFontsFile } from '../export/pdf/template.ts'
import { CANCELLED, tooSlow, TOO_LARGE, wentWrong } from './endings.ts'
import type { WorkMessage } from './requests.ts'
import { findWorkerFile } from './worker-file.ts'

/** Of JavaScript alone: reading the pages of a long file back. The engine that sets them takes its memory elsewhere. */
const MEMORY_MB = 2048
/** A packet of 10,000 words takes some twenty seconds of it; windows can end it sooner. */
const DEADLINE_MS = 600_000

export type OwnProcessOptions = {
  readonly deadline?: number
  readonly memory?: number
  readonly file?: string
}

export type OwnProcess = {
  /** One after the other. Never rejects. */
  ask(request: ExportRequest, watch?: Watch): Promise<WorkOutcome<ExportedFile>>
  close(): Promise<void>
}

/** Setting pages, in a process that ends with its answer: that alone gives the memory back. */
export function createOwnProcess(options: OwnProcessOptions = {}): OwnProcess {
  let last: Promise<unknown> = Promise.resolve()
  const stopped = new AbortController()
  return {
    ask(request, watch = {}) {
      const signals = [stopped.signal, ...(watch.signal ? [watch.signal] : [])]
      const signal = AbortSignal.any(signals)
      const done = last.then(() => runOnce(request, { ...watch, signal }, options))
      last = done
      return Promise.race([done, whenAborted(signal)])
    },
    async close() {
      stopped.abort()
      await last
    },
  }
}

function whenAborted(signal: AbortSignal): Promise<WorkOutcome<never>> {
  return new Promise((resolve) => {
    const answer = (): void => resolve({ ok: false, error: CANCELLED })
    if (signal.aborted) answer()
    else signal.addEventListener('abort', answer, { once: true })
  })
}

/**
 * The engine that sets pages shares its work among threads that wait for one another: with one, a long file is made in
 * the same time with a twentieth less work, and leaves the other cores to who is typing.
 */
const ONE_THREAD = { RAYON_NUM_THREADS: '1' }

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...ONE_THREAD, FONTCONFIG_FILE: noFontsFile() }
}

function start({ file = findWorkerFile(), memory = MEMORY_MB }: OwnProcessOptions): ChildProcess {
  return fork(file, {
    // Bytes and maps travel as they are.
    serialization: 'advanced',
    env: environment(),
    execArgv: [`--max-old-space-size=${memory}`],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function runOnce(
  request: ExportRequest,
  { signal, progress }: Watch,
  options: OwnProcessOptions,
): Promise<WorkOutcome<ExportedFile>> {
  if (signal?.aborted) return Promise.resolve({ ok: false, error: CANCELLED })
  const { deadline = DEADLINE_MS } = options
  const child = start(options)
  return new Promise((resolve) => {
    let outcome: WorkOutcome<ExportedFile> | null = null
    const end = (answer: WorkOutcome<ExportedFile>): void => {
      outcome ??= answer
      child.kill('SIGKILL')
    }
    const onAbort = (): void => end({ ok: false, error: CANCELLED })
    const timer = setTimeout(() => end({ ok: false, error: tooSlow(deadline) }), deadline)
    const finish = (error: Failure): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      resolve(outcome ?? { ok: false, error })
    }
    signal?.addEventListener('abort', onAbort, { once: true })
    child.on('message', (message: WorkMessage) => {
      if (message.kind === 'answer') end(message.answer as WorkOutcome<ExportedFile>)
      else progress?.(message.how)
    })
    child.on('error', (error) => {
      outcome ??= { ok: false, error: wentWrong(error) }
      // Without a process there is no exit to wait for.
      if (child.pid === undefined) finish(wentWrong(error))
    })
    child.on('exit', (code, killedBy) => finish(outcome === null ? wordExit(code, killedBy) : TOO_LARGE))
    child.send(request)
  })
}

/** Nobody but the machine ends such a process by force, and V8 ends itself so where its memory is used up. */
function wordExit(code: number | null, killedBy: NodeJS.Signals | null): Failure {
  const isMemory = killedBy === 'SIGKILL' || killedBy === 'SIGABRT' || killedBy === 'SIGTRAP' || code === 134
  return isMemory ? TOO_LARGE : wentWrong(new Error(`the process ended with ${String(code ?? killedBy)}`))
}
