import type { ReadPackage } from '../../src/shared/exchange/package.ts'
import type { Watch, WorkOutcome } from '../../src/shared/model/interchange.ts'
import type {
  CopyAct,
  CopyActs,
  CopyAnswer,
  CopyRequest,
  CopyRequestOf,
  DeskWork,
} from '../../src/main/core/copied/copy-acts.ts'
import { createMemory } from '../../src/main/core/copied/memory.ts'
import { openPackage, runOnCopy } from '../../src/main/core/copied/run-on-copy.ts'
import { newId } from '../../src/main/core/new-id.ts'
import { readPackage } from '../../src/main/package/read.ts'
import { readReturn } from '../../src/main/word/read-return.ts'

/** Acts on copies in this thread. All that would pass between threads is cloned as it would be there. */
export function copyWork(
  read: (bytes: Uint8Array) => WorkOutcome<ReadPackage> = readPackage,
): Pick<DeskWork, 'openPackage' | 'onCopy'> {
  const memory = createMemory()
  const tools = ({ progress = () => undefined }: Watch = {}) => ({
    readPackage: read,
    readReturn,
    newId,
    memory,
    progress,
  })
  return {
    openPackage: (request, watch) => Promise.resolve(openPackage(tools(watch), structuredClone(request))),
    onCopy: async <K extends CopyAct>(request: CopyRequestOf<K>, watch?: Watch) => {
      const answer = await runOnCopy(structuredClone(request as CopyRequest), tools(watch))
      return { ok: true, value: structuredClone(answer) as CopyAnswer<CopyActs[K]['value']> }
    },
  }
}
