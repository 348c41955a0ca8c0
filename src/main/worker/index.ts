import { parentPort } from 'node:worker_threads'
import { createMemory } from '../core/copied/memory.ts'
import { seldom } from './progress.ts'
import type { WorkMessage, WorkRequest } from './requests.ts'

const memory = createMemory()

/** Entry of the worker thread, and of the process in which pages are set: each loads only what it does. */
if (parentPort) {
  const { runWork } = await import('./run-work.ts')
  parentPort.on('message', (request: WorkRequest) => {
    const post = (message: WorkMessage): void =>
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      parentPort?.postMessage(message)
    const progress = seldom((how) => post({ kind: 'progress', how }))
    void runWork(request, progress, memory).then((answer) => post({ kind: 'answer', answer }))
  })
} else {
  const { servePages } = await import('./pdf-process.ts')
  servePages()
}
