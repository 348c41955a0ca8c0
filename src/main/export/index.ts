import type {
  ExportedFile,
  ExportRequest,
  WorkOutcome,
  WorkProgress,
} from '../../shared/model/interchange.ts'
import { exportClean, exportOriginal } from './docx/clean.ts'
import { exportReviewCopy } from './docx/review.ts'
import { failed } from './docx/words.ts'
import { findWordFault } from '../word/lint/check-file.ts'

/** Makes one file of a review and reads it back. A file that fails its own check is an error, never a file. */
export async function exportReview(
  request: ExportRequest,
  progress: (how: WorkProgress) => void = () => undefined,
): Promise<WorkOutcome<ExportedFile>> {
  progress({ label: 'Writing the file and checking it', done: 0, total: 0 })
  switch (request.kind) {
    case 'docx-review':
      return fitForWord(request, await exportReviewCopy(request))
    case 'docx-clean':
      return fitForWord(request, await exportClean(request))
    case 'docx-original':
      return fitForWord(request, await exportOriginal(request))
    case 'pdf-packet':
      return exportPdf('packet', request)
    case 'pdf-redline':
      return exportPdf('redline', request)
    case 'pdf-clean':
      return exportPdf('clean', request)
    case 'package': {
      const message = 'This version of Stet writes no packages. Nothing was written; choose Word or PDF.'
      return { ok: false, error: { code: 'not-available', message } }
    }
  }
}

/** No Word file is offered that Word would repair or refuse; what a file came in with it may go out with. */
async function fitForWord(
  { original, returned = [] }: ExportRequest,
  outcome: WorkOutcome<ExportedFile>,
): Promise<WorkOutcome<ExportedFile>> {
  if (!outcome.ok) return outcome
  const sources = [...(original ? [original] : []), ...returned].map((file) => file.bytes)
  const fault = await findWordFault(outcome.value.bytes, sources)
  return fault === null ? outcome : failed(`Word would not open it as it is, because ${fault}`)
}

/** Loaded only when asked for: the typesetter weighs some 30 MB. */
async function exportPdf(
  variant: 'packet' | 'redline' | 'clean',
  request: ExportRequest,
): Promise<WorkOutcome<ExportedFile>> {
  const pdf = await import('./pdf/index.ts')
  return pdf.exportPdf(variant, request)
}
