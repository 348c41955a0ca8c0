import { parentPort } from 'node:worker_threads'
import type { WorkRequest } from './requests.ts'
import { runWork } from './run-work.ts'

/** Entry of the worker thread: one request in, one answer out. */
parentPort?.on('message', (request: WorkRequest) => {
  void runWork(request).then((answer) => parentPort?.postMessage(answer))
})
