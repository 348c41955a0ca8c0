import type {
  ExportedFile,
  ExportRequest,
  WorkOutcome,
  WorkProgress,
} from '../../../shared/model/interchange.ts'
import { exportPdf } from './index.ts'
import type { Variant } from './report.ts'

const VARIANTS: Readonly<Partial<Record<ExportRequest['kind'], Variant>>> = {
  'pdf-packet': 'packet',
  'pdf-redline': 'redline',
  'pdf-clean': 'clean',
}

/** Throws where the request is for a file of another kind. */
export async function exportPages(
  request: ExportRequest,
  progress: (how: WorkProgress) => void,
): Promise<WorkOutcome<ExportedFile>> {
  const variant = VARIANTS[request.kind]
  if (variant === undefined) throw new Error(`A file of the kind ${request.kind} has no pages.`)
  return exportPdf(variant, request, { progress })
}
