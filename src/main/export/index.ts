import type {
  ExportedFile,
  ExportRequest,
  WorkOutcome,
  WorkProgress,
} from '../../shared/model/interchange.ts'
import { exportClean, exportOriginal } from './docx/clean.ts'
import { offerWord } from './docx/offer.ts'
import { exportReviewCopy } from './docx/review.ts'

/** Makes one file of a review and reads it back. A file that fails its own check is an error, never a file. */
export async function exportReview(
  request: ExportRequest,
  progress: (how: WorkProgress) => void = () => undefined,
): Promise<WorkOutcome<ExportedFile>> {
  progress({ label: 'Writing the file and checking it', done: 0, total: 0 })
  switch (request.kind) {
    case 'docx-review':
      return offerWord(request, exportReviewCopy)
    case 'docx-clean':
      return offerWord(request, exportClean)
    case 'docx-original':
      return offerWord(request, exportOriginal)
    case 'pdf-packet':
    case 'pdf-redline':
    case 'pdf-clean':
      // Loaded only when asked for: the typesetter weighs some 30 MB.
      return (await import('./pdf/for-request.ts')).exportPages(request, progress)
    case 'package': {
      const message = 'This version of Stet writes no packages. Nothing was written; choose Word or PDF.'
      return { ok: false, error: { code: 'not-available', message } }
    }
  }
}
