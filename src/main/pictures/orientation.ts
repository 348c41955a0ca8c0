/**
 * Which way up a picture is stands in its EXIF data, and viewers turn it by that: the one thing of it that is kept.
 * EXIF is a TIFF file without a picture (TIFF 6.0, section 2; tag 0x0112).
 */

const ORIENTATION = 0x0112
const SHORT = 3

/** 2 to 8; null for the ordinary one, and for what cannot be read. `tiff`: from its byte order on. */
export function readOrientation(tiff: Buffer): number | null {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return null
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first + 2 > tiff.length) return null
  const count = short(first)
  for (let row = 0; row < count; row += 1) {
    const at = first + 2 + row * 12
    if (at + 12 > tiff.length) return null
    if (short(at) !== ORIENTATION) continue
    const value = short(at + 8)
    return short(at + 2) === SHORT && value >= 2 && value <= 8 ? value : null
  }
  return null
}

/** EXIF data that say which way up, and nothing else. */
export function writeOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM', 'latin1')
  tiff.writeUInt16BE(42, 2)
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION, 10)
  tiff.writeUInt16BE(SHORT, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
