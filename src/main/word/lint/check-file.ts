import { readPackage } from '../../opc/read.ts'
import { faultWords } from './kinds.ts'
import { addedFaults, lintPackage } from './lint.ts'

/**
 * What Word would repair or refuse in a file of ours, in words; null for nothing. Of a file that others were written
 * into, `sources`, only kinds of defects count that none of them had: what came in broken goes out as it came.
 */
export async function findWordFault(
  bytes: Uint8Array,
  sources: readonly Uint8Array[] = [],
): Promise<string | null> {
  const faults = lintPackage(await readPackage(bytes))
  if (faults.length === 0) return null
  const before = await Promise.all(sources.map(async (source) => lintPackage(await readPackage(source))))
  const [first] = addedFaults(faults, before.flat())
  return first ? faultWords(first) : null
}
