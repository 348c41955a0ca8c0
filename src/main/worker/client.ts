import { Worker } from 'node:worker_threads'
import type { Failure } from '../../shared/contract.ts'
import type { ExportRequest, Watch, WorkOutcome } from '../../shared/model/interchange.ts'
import type {
  CopyAct,
  CopyActs,
  CopyAnswer,
  CopyRequest,
  CopyRequestOf,
  DeskWork,
} from '../core/copied/copy-acts.ts'
import { CANCELLED, tooSlow, TOO_LARGE, wentWrong } from './endings.ts'
import { createOwnProcess } from './own-process.ts'
import type { WorkAnswer, WorkKind, WorkKinds, WorkMessage, WorkRequest } from './requests.ts'
import { findWorkerFile } from './worker-file.ts'

const MEMORY_MB = 512
const DEADLINE_MS = 60_000
/** Of our own rows, which are sound; whoever waits sees what is done, and may end it. */
const COPY_DEADLINE_MS = 180_000
/** A package that is sound is read in a fraction of this, and what is not is not waited for; large ones get more. */
const PACKAGE_DEADLINE_MS = 10_000
const PACKAGE_MS_PER_BYTE = 0.0005

export type WorkOptions = {
  /** Milliseconds after which the thread is ended and the request answered with an error. */
  readonly deadline?: number
  /** Megabytes of memory that the thread may use. */
  readonly memory?: number
  /** The file of the worker; found by itself when absent. */
  readonly file?: string
}

export type WorkThread = {
  /** Requests are done one after the other. Never rejects: one that is ended through `watch` answers `cancelled`. */
  ask<K extends WorkKind>(kind: K, request: WorkKinds[K]['request'], watch?: Watch): Promise<WorkAnswer<K>>
  close(): Promise<void>
}

/** Import and export in a thread of their own, bounded in time and memory; started at the first request. */
export function createWork(options: WorkOptions = {}): DeskWork {
  const thread = createWorkThread(options)
  const pages = createOwnProcess(options)
  return {
    importDraft: (request, watch) => thread.ask('import', request, watch),
    exportReview: (request, watch) =>
      isPdf(request) ? pages.ask(request, watch) : thread.ask('export', request, watch),
    checkStyle: (request, watch) => thread.ask('check-style', request, watch),
    recogniseReturn: (request) => thread.ask('recognise-return', request),
    writePackage: (request) => thread.ask('write-package', request),
    openPackage: (request, watch) => thread.ask('open-package', request, watch),
    onCopy: <K extends CopyAct>(request: CopyRequestOf<K>, watch?: Watch) =>
      // What comes back is of the kind that was asked for.
      thread.ask('on-copy', request as CopyRequest, watch) as Promise<
        WorkOutcome<CopyAnswer<CopyActs[K]['value']>>
      >,
    checkPdf: (request, watch) => thread.ask('check-pdf', request, watch),
    signPdf: (request, watch) => thread.ask('sign-pdf', request, watch),
    async close() {
      await Promise.all([thread.close(), pages.close()])
    },
  }
}

/** Setting pages takes more memory than a thread is given, and most of it outside of JavaScript. */
function isPdf({ kind }: ExportRequest): boolean {
  return kind === 'pdf-packet' || kind === 'pdf-redline' || kind === 'pdf-clean'
}

export function createWorkThread(options: WorkOptions = {}): WorkThread {
  const file = options.file ?? findWorkerFile()
  let worker: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  const end = async (): Promise<void> => {
    const ended = worker
    worker = null
    await ended?.terminate()
  }
  const answer = async (message: WorkRequest, watch: Watch): Promise<WorkOutcome<unknown>> => {
    if (watch.signal?.aborted) return { ok: false, error: CANCELLED }
    worker ??= startWorker(file, options.memory ?? MEMORY_MB, (ended) => {
      if (worker === ended) worker = null
    })
    const outcome = await awaitAnswer(worker, message, options.deadline ?? deadlineOf(message), watch)
    if (outcome.kind === 'answered') return outcome.answer
    // Whatever happened to that thread, the next request gets a fresh one. Nobody waits for its end: one that hangs
    // within SQLite, and not in our own code, has none.
    void end()
    return { ok: false, error: outcome.error }
  }
  return {
    ask<K extends WorkKind>(kind: K, request: WorkKinds[K]['request'], watch: Watch = {}) {
      const done = last.then(() => answer({ kind, request } as WorkRequest, watch))
      last = done
      // What still waits for its turn is answered at once: the request before it has its own time.
      return Promise.race([done, whenCancelled(watch)]) as Promise<WorkAnswer<K>>
    },
    async close() {
      await last
      await end()
    },
  }
}

function deadlineOf(message: WorkRequest): number {
  if (message.kind === 'on-copy') return COPY_DEADLINE_MS
  if (message.kind === 'read-package') return packageDeadline(message.request.bytes)
  return message.kind === 'open-package' ? packageDeadline(message.request.file.bytes) : DEADLINE_MS
}

function packageDeadline(bytes: Uint8Array): number {
  return PACKAGE_DEADLINE_MS + PACKAGE_MS_PER_BYTE * bytes.byteLength
}

function startWorker(file: string, memory: number, onEnd: (worker: Worker) => void): Worker {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } })
  // An idle thread must not keep the process alive; a request holds it by its own timer.
  worker.unref()
  // A thread may fall between two requests, or while it is being ended; nobody waits for it then.
  worker.on('error', () => onEnd(worker)).on('exit', () => onEnd(worker))
  return worker
}

function whenCancelled({ signal }: Watch): Promise<WorkOutcome<unknown>> {
  return new Promise((resolve) => {
    const answer = (): void => resolve({ ok: false, error: CANCELLED })
    if (signal?.aborted) answer()
    else signal?.addEventListener('abort', answer, { once: true })
  })
}

type Ending =
  | { readonly kind: 'answered'; readonly answer: WorkOutcome<unknown> }
  | { readonly kind: 'ended'; readonly error: Failure }

function awaitAnswer(worker: Worker, request: WorkRequest, deadline: number, watch: Watch): Promise<Ending> {
  return new Promise((resolve) => {
    const finish = (ending: Ending): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).off('messageerror', onError)
      watch.signal?.removeEventListener('abort', onAbort)
      resolve(ending)
    }
    const onMessage = (message: WorkMessage): void => {
      if (message.kind === 'answer') finish({ kind: 'answered', answer: message.answer })
      else watch.progress?.(message.how)
    }
    const onError = (error: Error & { code?: string }): void =>
      finish({ kind: 'ended', error: wordError(error) })
    const onExit = (): void => finish({ kind: 'ended', error: wordError(new Error('the thread ended')) })
    const onAbort = (): void => finish({ kind: 'ended', error: CANCELLED })
    const timer = setTimeout(() => finish({ kind: 'ended', error: tooSlow(deadline) }), deadline)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit).on('messageerror', onError)
    watch.signal?.addEventListener('abort', onAbort, { once: true })
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(request)
  })
}

function wordError(error: Error & { code?: string }): Failure {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : wentWrong(error)
}
