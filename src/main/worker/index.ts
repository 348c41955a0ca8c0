import { parentPort } from 'node:worker_threads'
import { seldom } from './progress.ts'
import type { WorkMessage, WorkRequest } from './requests.ts'
import { runWork } from './run-work.ts'

/** Entry of the worker thread: one request in; how far it is, and one answer, out. */
parentPort?.on('message', (request: WorkRequest) => {
  const post = (message: WorkMessage): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(message)
  const progress = seldom((how) => post({ kind: 'progress', how }))
  void runWork(request, progress).then((answer) => post({ kind: 'answer', answer }))
})
