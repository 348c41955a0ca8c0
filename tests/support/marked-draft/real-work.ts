import type { DeskWork } from '../../../src/main/core/copied/copy-acts.ts'
import { runWork } from '../../../src/main/worker/run-work.ts'
import type { WorkAnswer, WorkRequest } from '../../../src/main/worker/requests.ts'
import { copyWork } from '../copy-work.ts'

async function answer<K extends WorkRequest['kind']>(request: WorkRequest & { readonly kind: K }) {
  return (await runWork(request)) as WorkAnswer<K>
}

/** Reads and writes real files in this thread, so that no build is needed. */
export const realWork: DeskWork = {
  importDraft: (request) => answer({ kind: 'import', request }),
  checkStyle: (request) => answer({ kind: 'check-style', request }),
  exportReview: (request) => answer({ kind: 'export', request }),
  recogniseReturn: (request) => answer({ kind: 'recognise-return', request }),
  writePackage: (request) => answer({ kind: 'write-package', request }),
  ...copyWork(),
  checkPdf: (request) => answer({ kind: 'check-pdf', request }),
  signPdf: (request) => answer({ kind: 'sign-pdf', request }),
  close: () => Promise.resolve(),
}
