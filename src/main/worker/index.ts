import { parentPort } from 'node:worker_threads'
import type { WorkRequest } from './requests.ts'
import { runWork } from './run-work.ts'

/** Entry of the worker thread: one request in, one answer out. */
parentPort?.on('message', (request: WorkRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  void runWork(request).then((answer) => parentPort?.postMessage(answer))
})
