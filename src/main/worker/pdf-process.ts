import type { ExportedFile, ExportRequest, WorkOutcome } from '../../shared/model/interchange.ts'
import { exportPages } from '../export/pdf/for-request.ts'
import { wentWrong } from './endings.ts'
import { seldom } from './progress.ts'
import type { WorkMessage } from './requests.ts'

/** The side of the process in which pages are set: one request in; how far it is, and one answer, out. */
export function servePages(): void {
  const post = (message: WorkMessage): void => void process.send?.(message)
  process.once('message', (request: ExportRequest) => {
    const progress = seldom((how) => post({ kind: 'progress', how }))
    void exportPages(request, progress)
      .catch((error: unknown): WorkOutcome<ExportedFile> => {
        return { ok: false, error: wentWrong(error instanceof Error ? error : new Error(String(error))) }
      })
      .then((answer) => post({ kind: 'answer', answer }))
  })
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit())
}
