import type { Failure } from '../../../src/shared/contract.ts'
import { createWorkThread } from '../../../src/main/worker/client.ts'
import type { WorkThread } from '../../../src/main/worker/client.ts'
import type { ConvertRequest } from '../../../src/main/export/docx/convert.ts'
import { spoil } from './spoil.ts'
import type { Spoilt } from './spoil.ts'

/** Longest that a spoilt package may take, in milliseconds of processor time: what else the machine does is not its fault. */
export const MOST_MS = 5000

export type Tried = {
  readonly seed: number
  readonly what: string
  readonly milliseconds: number
  /** Whether it was read; else its words are why not. */
  readonly taken: boolean
  /** What must not have happened; empty where all is well. */
  readonly fault: string
}

const VERDICTS: readonly ConvertRequest['changes'][] = ['keep', 'accept', 'reject']

/** A refusal in words is a good answer; a bug in the thread, or its death, is not. */
function faultOf(step: string, error: Failure | null, milliseconds: number): string {
  if (milliseconds > MOST_MS) return `${step}: ${milliseconds.toFixed(0)} ms`
  if (!error) return ''
  const isEnded = error.code === 'too-large' && /not done within|more memory/.test(error.message)
  return error.code === 'internal' || isEnded ? `${step}: ${error.message}` : ''
}

/** Milliseconds of this process with its threads. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Reads one spoilt package in a real worker and, where that is possible, writes it back. */
async function trySeed(thread: WorkThread, { what, bytes }: Spoilt, seed: number): Promise<Tried> {
  const began = spent()
  const read = await thread.ask('import', { name: 'draft.docx', bytes, outside: {} })
  const milliseconds = spent() - began
  const told = { seed, what, milliseconds }
  if (!read.ok) return { ...told, taken: false, fault: faultOf('import', read.error, milliseconds) }
  const changes = VERDICTS[seed % VERDICTS.length] ?? 'keep'
  const written = await thread.ask('convert', { name: 'draft.docx', bytes, changes })
  const step = `convert, ${changes}`
  const whole = spent() - began
  return {
    ...told,
    taken: true,
    fault: written.ok ? faultOf(step, null, whole) : faultOf(step, written.error, whole),
  }
}

/** Many packages, one after another; `tell` hears of each. */
export async function trySpoilt(
  sound: readonly Uint8Array[],
  seeds: Iterable<number>,
  tell: (tried: Tried) => void,
): Promise<void> {
  const thread = createWorkThread()
  for (const seed of seeds) {
    const file = sound[seed % sound.length]
    if (!file) continue
    /* oxlint-disable no-await-in-loop -- the thread takes one at a time, and the time of each is taken */
    const spoilt = await spoil(file, seed)
    const tried = await trySeed(thread, spoilt, seed)
    // What is slow is tried once more: a thread may just have begun.
    tell(tried.fault === '' ? tried : await trySeed(thread, spoilt, seed))
    /* oxlint-enable no-await-in-loop */
  }
  await thread.close()
}
