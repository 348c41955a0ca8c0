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
 * Code is compiled once, quickly, and not a second time for speed: the second compilers take longer than the code they
 * make saves within one file, a tenth of all time for a short one, and for WebAssembly half again the memory. A flag
 * that an engine does not know does nothing. Given here and not when the process starts, where V8 would not take the
 * code that Node brings along compiled.
 */
const ONE_COMPILER = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--no-opt', '--no-maglev']
/** Reading all pages of a long file back is one loop, which takes four times as long without. */
const MORE_COMPILERS = ['--opt', '--maglev']

function setFlags(flags: readonly string[]): void {
  for (const flag of flags) setFlagsFromString(flag)
}

/** The side of the process in which pages are set: one request in; how far it is, and one answer, out. */
export function servePages(): void {
  setFlags(ONE_COMPILER)
  const post = (message: WorkMessage): void => void process.send?.(message)
  process.once('message', (request: ExportRequest) => {
    const tell = seldom((how) => post({ kind: 'progress', how }))
    const progress = (how: WorkProgress): void => {
      giveBackGarbage()
      if (how.done + 1 === how.total) setFlags(MORE_COMPILERS)
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
