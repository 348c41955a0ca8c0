import { inflateSync } from 'node:zlib'

/** How much a PDF of anybody comes to when it is unpacked, for readers that know no bound of their own. */

const STREAM = Buffer.from('stream')
/** Packed twice, a few bytes come to any number. */
const LAYERS = 3
/** The first byte of what zlib packs. */
const ZLIB = 0x78
const [NEWLINE, RETURN] = [0x0a, 0x0d]

/** Whether all of its packed streams together come to more than `most` bytes. */
export function unpacksBeyond(pdf: Uint8Array, most: number): boolean {
  const buffer = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  let left = most
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    let packed = buffer.subarray(startOf(buffer, at + STREAM.length))
    for (let layer = 0; layer < LAYERS && packed[0] === ZLIB; layer += 1) {
      const bytes = unpacked(packed, left)
      if (bytes === 'beyond') return true
      left -= bytes.length
      packed = bytes
    }
  }
  return false
}

function startOf(buffer: Buffer, at: number): number {
  if (buffer[at] === NEWLINE) return at + 1
  return buffer[at] === RETURN ? at + 2 : buffer.length
}

/** None for what is not packed, or is damaged: a reader makes little of it, too. */
function unpacked(packed: Buffer, most: number): Buffer | 'beyond' {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLong ? 'beyond' : Buffer.alloc(0)
  }
}
