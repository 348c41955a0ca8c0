import { readOrientation, writeOrientation } from './orientation.ts'

const HEAD = 12
/** Chunks of pixels, colours and movement (RFC 9649); all others tell. */
const SHOWN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** Some programs write the head of a JPEG segment before the data. */
function tiffOf(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
}

function exifChunk(orientation: number): Buffer {
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1')
  const data = writeOrientation(orientation)
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data])
}

/** The head that says which chunks there are, by those that are left. */
function withFlags(chunk: Buffer, hasExif: boolean): Buffer {
  const copy = Buffer.from(chunk)
  copy[8] = ((copy[8] ?? 0) & ~HAS_EXIF & ~HAS_XMP) | (hasExif ? HAS_EXIF : 0)
  return copy
}

/** The pieces that are kept; null where it is not built as a WebP is. What stands behind the end is left out. */
export function bareWebp(data: Buffer): readonly Buffer[] | null {
  const end = Math.min(data.length, 8 + data.readUInt32LE(4))
  const chunks: { readonly type: string; readonly bytes: Buffer }[] = []
  for (let at = HEAD; at + 8 <= end;) {
    const size = data.readUInt32LE(at + 4)
    // Of odd length, one more byte follows; the last may lack it.
    const next = Math.min(at + 8 + size + (size % 2), end)
    if (at + 8 + size > end) return null
    const type = data.toString('latin1', at, at + 4)
    const orientation = type === 'EXIF' ? readOrientation(tiffOf(data.subarray(at + 8, at + 8 + size))) : null
    if (SHOWN.has(type)) chunks.push({ type, bytes: data.subarray(at, next) })
    else if (orientation !== null) chunks.push({ type, bytes: exifChunk(orientation) })
    at = next
  }
  const hasExif = chunks.some(({ type }) => type === 'EXIF')
  const kept = chunks.map(({ type, bytes }) => (type === 'VP8X' ? withFlags(bytes, hasExif) : bytes))
  const head = Buffer.from(data.subarray(0, HEAD))
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4)
  return chunks.length === 0 ? null : [head, ...kept]
}
