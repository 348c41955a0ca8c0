import { readPackage } from '../../opc/read.ts'
import { faultWords } from './kinds.ts'
import type { Kind } from './kinds.ts'
import { addedFaults, lintPackage } from './lint.ts'

/**
 * Word passes over these and opens the file. Where a change that somebody else made takes half of a field with it (Word
 * tracks the beginning and not the middle), half a field is what accepting or rejecting leaves.
 */
const PASSED_OVER: ReadonlySet<Kind> = new Set(['bookmark-range', 'field-range'])

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
  const added = addedFaults(faults, before.flat())
  const [first] = sources.length > 0 ? added.filter(({ kind }) => !PASSED_OVER.has(kind)) : added
  return first ? faultWords(first) : null
}
