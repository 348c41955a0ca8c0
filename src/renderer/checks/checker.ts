import type { FromEngine, ToEngine } from '../../shared/checks/engine.ts'

/** As much of a Worker as is needed. */
export type Thread = {
  tell(message: ToEngine): void
  terminate(): void
  onFound(listener: (found: FromEngine) => void): void
  /** It came to an end by itself, or could not be started. */
  onDeath(listener: () => void): void
}

export type Checker = {
  post(message: ToEngine): void
  close(): void
}

export type CheckerOptions = {
  readonly start: () => Thread
  readonly onFound: (found: FromEngine) => void
  /** It was started anew, and knows nothing. */
  readonly onRestart: () => void
  /** It died a second time. */
  readonly onFailure: () => void
}

/** A thread that is started anew once when it dies; nothing that it knew is only there. */
export function createChecker({ start, onFound, onRestart, onFailure }: CheckerOptions): Checker {
  let thread: Thread | null = null
  let restarts = 0
  const open = () => {
    const own = start()
    thread = own
    own.onFound((found) => {
      if (thread === own) onFound(found)
    })
    own.onDeath(() => {
      if (thread !== own) return
      own.terminate()
      thread = null
      restarts += 1
      if (restarts > 1) {
        onFailure()
        return
      }
      open()
      onRestart()
    })
  }
  open()
  return {
    post: (message) => thread?.tell(message),
    close: () => {
      thread?.terminate()
      thread = null
    },
  }
}

/** The engine's own thread. */
export function startThread(): Thread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'checks' })
  return {
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    tell: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    onFound: (listener) =>
      worker.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => listener(data)),
    onDeath: (listener) => {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
  }
}
