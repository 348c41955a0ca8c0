import type { Work } from '../../../src/shared/model/interchange.ts'
import { runWork } from '../../../src/main/worker/run-work.ts'
import type { WorkAnswer, WorkRequest } from '../../../src/main/worker/requests.ts'

async function answer<K extends WorkRequest['kind']>(request: WorkRequest & { readonly kind: K }) {
  return (await runWork(request)) as WorkAnswer<K>
}

/** Reads and writes real files in this thread, so that no build is needed. */
export const realWork: Work = {
  importDraft: (request) => answer({ kind: 'import', request }),
  exportReview: (request) => answer({ kind: 'export', request }),
  recogniseReturn: (request) => answer({ kind: 'recognise-return', request }),
  readReturn: (request) => answer({ kind: 'read-return', request }),
  writePackage: (request) => answer({ kind: 'write-package', request }),
  readPackage: (request) => answer({ kind: 'read-package', request }),
  checkPdf: (request) => answer({ kind: 'check-pdf', request }),
  signPdf: (request) => answer({ kind: 'sign-pdf', request }),
  close: () => Promise.resolve(),
}
