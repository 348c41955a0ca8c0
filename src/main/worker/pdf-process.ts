import { setFlagsFromString } from 'node:v8'
import type {
  ExportedFile,
  ExportRequest,
  WorkOutcome,
  WorkProgress,
} from '../../shared/model/interchange.ts'
import { exportPages } from '../export/pdf/for-request.ts'
import { wentWrong } from './endings.ts'
import { giveBackGarbage } from './garbage.ts'
import { seldom } from './progress.ts'
import type { WorkMessage } from './requests.ts'

/**
 * WebAssembly is compiled once, quickly, and not a second time for speed: the second compiler takes longer than the code
 * it makes saves within one file, and half again the memory. A flag that an engine does not know does nothing.
 */
const ONE_COMPILER = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']

/** The side of the process in which pages are set: one request in; how far it is, and one answer, out. */
export function servePages(): void {
  for (const flag of ONE_COMPILER) setFlagsFromString(flag)
  const post = (message: WorkMessage): void => void process.send?.(message)
  process.once('message', (request: ExportRequest) => {
    const tell = seldom((how) => post({ kind: 'progress', how }))
    const progress = (how: WorkProgress): void => {
      giveBackGarbage()
      tell(how)
    }
    void exportPages(request, progress)
      .catch((error: unknown): WorkOutcome<ExportedFile> => {
        return { ok: false, error: wentWrong(error instanceof Error ? error : new Error(String(error))) }
      })
      .then((answer) => post({ kind: 'answer', answer }))
  })
  // Whoever asked is gone.
  process.once('disconnect', () => process.exit())
}
