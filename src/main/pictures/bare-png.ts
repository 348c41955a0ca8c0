import { crc32 } from 'node:zlib'
import { readOrientation, writeOrientation } from './orientation.ts'

const SIGNATURE = 8
/** Length, type and CRC of a chunk. */
const AROUND = 12

/** Chunks beside the critical ones that say how pixels look or move (PNG, third edition, table 5.3); all others tell. */
const SHOWN = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
)

function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type)
}

function exifChunk(orientation: number): Buffer {
  const data = writeOrientation(orientation)
  const chunk = Buffer.alloc(data.length + AROUND)
  chunk.writeUInt32BE(data.length)
  chunk.write('eXIf', 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

/** The pieces that are kept; null where it is not built as a PNG is. What stands behind the end is left out. */
export function barePng(data: Buffer): readonly Buffer[] | null {
  const kept = [data.subarray(0, SIGNATURE)]
  for (let at = SIGNATURE; at + AROUND <= data.length;) {
    const end = at + AROUND + data.readUInt32BE(at)
    if (end > data.length) return null
    const type = data.toString('latin1', at + 4, at + 8)
    if (isCritical(type) || SHOWN.has(type)) kept.push(data.subarray(at, end))
    const orientation = type === 'eXIf' ? readOrientation(data.subarray(at + 8, end - 4)) : null
    if (orientation !== null) kept.push(exifChunk(orientation))
    if (type === 'IEND') return kept
    at = end
  }
  return null
}
