import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isLargeProcess } from '../export/pdf/large-process.ts'

/**
 * Gives back what nothing leads to any more, where the process has become large. The engine that sets pages keeps them
 * outside of what V8 counts, so that it would let the first pages lie beside the last ones until the end. In an
 * environment that exposes no collection nothing happens. `large`: bytes, for tests.
 */
export function giveBackGarbage(large?: number): void {
  if (!isLargeProcess(large)) return
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('globalThis.gc')
  // Any other kind keeps the emptied pages of the heap for itself.
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
