import type { WorkOutcome, WorkProgress } from '../../shared/model/interchange.ts'
import { createMemory } from '../core/copied/memory.ts'
import type { Memory } from '../core/copied/memory.ts'
import { openPackage, runOnCopy } from '../core/copied/run-on-copy.ts'
import type { CopyTools } from '../core/copied/run-on-copy.ts'
import { logBug } from '../core/log.ts'
import { newId } from '../core/new-id.ts'
import { checkStyle } from './check-style.ts'
import { convertDocx } from '../export/docx/convert.ts'
import { exportReview } from '../export/index.ts'
import { importDraft } from '../import/index.ts'
import { readReturn, recogniseReturn } from '../word/read-return.ts'
import type { WorkRequest } from './requests.ts'

async function toolsFor(progress: CopyTools['progress'], memory: Memory): Promise<CopyTools> {
  const { readPackage } = await import('../package/read.ts')
  return { readPackage, readReturn, newId, memory, progress }
}

/** Does one request in this thread. A bug becomes an error value here, so that one bad file ends nothing else. */
export async function runWork(
  request: WorkRequest,
  progress: (how: WorkProgress) => void = () => undefined,
  memory: Memory = createMemory(),
): Promise<WorkOutcome<unknown>> {
  try {
    switch (request.kind) {
      case 'import':
        return await importDraft(request.request, { now: Date.now(), newId, progress })
      case 'export':
        return await exportReview(request.request, progress)
      case 'check-style':
        return { ok: true, value: checkStyle(request.request) }
      case 'convert':
        return await convertDocx(request.request)
      case 'recognise-return':
        return await recogniseReturn(request.request)
      case 'write-package':
        return (await import('../package/write.ts')).writePackage(request.request)
      case 'read-package':
        return (await import('../package/read.ts')).readPackage(request.request.bytes)
      case 'open-package':
        return openPackage(await toolsFor(progress, memory), request.request)
      case 'on-copy':
        return { ok: true, value: await runOnCopy(request.request, await toolsFor(progress, memory)) }
      case 'check-pdf':
        return await (await import('../export/pdf/sign-file.ts')).checkPdf(request.request)
      case 'sign-pdf':
        return await (await import('../export/pdf/sign-file.ts')).signFile(request.request)
    }
  } catch (error) {
    logBug(`worker ${request.kind}`, error)
    return {
      ok: false,
      error: {
        code: 'internal',
        message: 'Something in Stet went wrong with this file. Nothing was changed.',
      },
    }
  }
}
