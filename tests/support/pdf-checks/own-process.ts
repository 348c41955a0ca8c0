import { createOwnProcess } from '../../../src/main/worker/own-process.ts'
import { started, watchTree } from '../../bench/pdf/proc.ts'
import type { Files, Told } from './told.ts'

/** What a packet of 100,000 words may take, by /proc. */
const MOST_MEMORY_MB = 1600

/** 12. Pages are set in a process that stays within its memory and is gone with its answer. */
export async function returnsItsMemory({ request, packet }: Files, told: Told): Promise<void> {
  if (process.platform !== 'linux') {
    told.skipped.push('there is no /proc here')
    return
  }
  const before = started()
  const own = createOwnProcess()
  const asked = own.ask({ ...request, kind: 'pdf-packet' })
  await Promise.resolve()
  await Promise.resolve()
  const [pid] = [...started()].filter((one) => !before.has(one))
  const watched =
    pid === undefined
      ? null
      : watchTree(pid, MOST_MEMORY_MB, () => told.faults.push('It takes too much memory.'))
  const outcome = await asked
  watched?.stop()
  await own.close()
  if (!watched) told.faults.push('No process was started.')
  if (!outcome.ok) told.faults.push(outcome.error.message)
  else if (Buffer.compare(outcome.value.bytes, packet.bytes) !== 0) told.faults.push('It makes other bytes.')
  if (pid !== undefined && started().has(pid)) told.faults.push('The process is still there.')
}
