import { readOrientation, writeOrientation } from './orientation.ts'

const EXIF = 'Exif\0\0'
const COLOURS = 'ICC_PROFILE\0'
const SCAN = 0xda
const END = 0xd9

function exifSegment(orientation: number): Buffer {
  const said = Buffer.concat([Buffer.from(EXIF, 'latin1'), writeOrientation(orientation)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(said.length + 2, 2)
  return Buffer.concat([head, said])
}

/** Density alone: a small picture behind it may be of what it was before. */
function withoutThumbnail(segment: Buffer): Buffer {
  if (segment.length <= 18) return segment
  const head = Buffer.from(segment.subarray(0, 18))
  head.writeUInt16BE(16, 2)
  head.writeUInt16BE(0, 16)
  return head
}

/**
 * Of application segments and comments: density, colours and Adobe's word on how colours are coded are needed to draw
 * it (JFIF 1.02; ICC.1, annex B.4; Adobe technical note 5116), anything else tells. `data`: without marker and length.
 */
function keptSegment(marker: number, segment: Buffer, data: Buffer): Buffer | null {
  const isTelling = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef)
  if (!isTelling) return segment
  const starts = (words: string) => data.toString('latin1', 0, words.length) === words
  if (marker === 0xe0 && starts('JFIF\0')) return withoutThumbnail(segment)
  if (marker === 0xe2 && starts(COLOURS)) return segment
  if (marker === 0xee && starts('Adobe')) return segment
  if (marker !== 0xe1 || !starts(EXIF)) return null
  const orientation = readOrientation(data.subarray(EXIF.length))
  return orientation === null ? null : exifSegment(orientation)
}

/** Where the next marker stands behind the coded pixels of a scan. */
function endOfScan(data: Buffer, from: number): number {
  for (let at = data.indexOf(0xff, from); at >= 0; at = data.indexOf(0xff, at + 1)) {
    const next = data[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return data.length
}

/** The pieces that are kept; null where it is not built as a JPEG is. What stands behind the end is left out. */
export function bareJpeg(data: Buffer): readonly Buffer[] | null {
  const kept = [data.subarray(0, 2)]
  let hasScan = false
  for (let at = 2; at + 2 <= data.length;) {
    const marker = data[at + 1] ?? 0
    if (data[at] !== 0xff) return null
    if (marker === END) return [...kept, data.subarray(at, at + 2)]
    // Fill bytes, and markers without a length of their own.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      const size = marker === 0xff ? 1 : 2
      kept.push(data.subarray(at, at + size))
      at += size
      continue
    }
    const end = at + 4 <= data.length ? at + 2 + data.readUInt16BE(at + 2) : data.length + 1
    if (end < at + 4 || end > data.length) return null
    const segment = keptSegment(marker, data.subarray(at, end), data.subarray(at + 4, end))
    if (segment !== null) kept.push(segment)
    at = end
    if (marker !== SCAN) continue
    hasScan = true
    at = endOfScan(data, end)
    kept.push(data.subarray(end, at))
  }
  // Cut off within its pixels it is still drawn as far as it goes.
  return hasScan ? kept : null
}
