import { readSync } from 'node:fs'

/** Reading and rewriting TrueType containers, as the OpenType specification lays them out (big-endian). */

type Table = {
  readonly tag: string
  /** Where the font says the following of it: its checksum, offset and length. */
  readonly at: number
  readonly offset: number
  readonly length: number
}

const HEADER = 12
const RECORD = 16
/** Of `checkSumAdjustment` within the table `head`. */
const CHECKSUM_ADJUSTMENT = 8

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function tablesOf(font: Uint8Array): readonly Table[] {
  const view = viewOf(font)
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = HEADER + index * RECORD
    const tag = String.fromCharCode(...font.subarray(at, at + 4))
    return {
      tag,
      at: at + 4,
      offset: view.getUint32(at + 8),
      length: view.getUint32(at + 12),
    }
  })
}

/** Throws where the font has no such table, since we ship the fonts ourselves. */
function find(font: Uint8Array, tag: string): Table {
  const table = tablesOf(font).find((one) => one.tag === tag)
  if (!table) throw new Error(`The font has no ${tag} table.`)
  return table
}

/** Bytes of one table. */
export function tableOf(font: Uint8Array, tag: string): DataView {
  const { offset, length } = find(font, tag)
  return new DataView(font.buffer, font.byteOffset + offset, length)
}

/** As above, of an open file, without reading the rest of it. */
export function readTable(file: number, tag: string): DataView {
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  const count = viewOf(read(0, HEADER)).getUint16(4)
  const { offset, length } = find(read(0, HEADER + count * RECORD), tag)
  return viewOf(read(offset, length))
}

function checksum(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let sum = 0
  for (let at = 0; at < bytes.byteLength; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

function padded(length: number): number {
  return (length + 3) & ~3
}

/**
 * Writes over one table where it stands, which spares a copy of the font; throws where it has no room for the new one.
 * `head.checkSumAdjustment` makes all 32-bit words of a file add up to a constant, and still does.
 */
export function overwriteTable(font: Uint8Array, tag: string, content: Uint8Array): void {
  const { at, offset, length } = find(font, tag)
  if (content.length > length) throw new Error(`The font has no room for this ${tag} table.`)
  const view = viewOf(font)
  const body = font.subarray(offset, offset + padded(length))
  const sum = () => checksum(body) + checksum(font.subarray(at, at + 12))
  const before = sum()
  body.fill(0)
  body.set(content)
  view.setUint32(at, checksum(body))
  view.setUint32(at + 8, content.length)
  const adjustment = find(font, 'head').offset + CHECKSUM_ADJUSTMENT
  view.setUint32(adjustment, (view.getUint32(adjustment) + before - sum()) >>> 0)
}
