import type { FileHandle } from 'node:fs/promises'

/** Reading and rewriting TrueType containers, as the OpenType specification lays them out (big-endian). */

type Table = {
  readonly tag: string
  readonly checksum: number
  readonly offset: number
  readonly length: number
}

const HEADER = 12
const RECORD = 16
/** `head.checkSumAdjustment` is this minus the checksum of the whole file. */
const CHECKSUM_MAGIC = 0xb1b0afba
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
      checksum: view.getUint32(at + 4),
      offset: view.getUint32(at + 8),
      length: view.getUint32(at + 12),
    }
  })
}

/** Bytes of one table; throws where the font has none, since we ship the fonts ourselves. */
export function tableOf(font: Uint8Array, tag: string): DataView {
  const table = tablesOf(font).find((one) => one.tag === tag)
  if (!table) throw new Error(`The font has no ${tag} table.`)
  return new DataView(font.buffer, font.byteOffset + table.offset, table.length)
}

/** As above, of a font on disk, without reading the rest of it. */
export async function readTable(file: FileHandle, tag: string): Promise<DataView> {
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  }
  const count = viewOf(await read(0, HEADER)).getUint16(4)
  const table = tablesOf(await read(0, HEADER + count * RECORD)).find((one) => one.tag === tag)
  if (!table) throw new Error(`The font has no ${tag} table.`)
  return viewOf(await read(table.offset, table.length))
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
 * The font with one table replaced, its offsets and checksums made right again. The checksums of the other tables are
 * those that the font itself gives for them.
 */
export function replaceTable(font: Uint8Array, tag: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(padded(content.length))
  whole.set(content)
  const tables = tablesOf(font).map((table) =>
    table.tag === tag
      ? { tag, checksum: checksum(whole), length: content.length, bytes: whole }
      : { ...table, bytes: font.subarray(table.offset, table.offset + padded(table.length)) },
  )
  const start = HEADER + tables.length * RECORD
  const out = new Uint8Array(tables.reduce((sum, table) => sum + padded(table.length), start))
  const view = viewOf(out)
  out.set(font.subarray(0, HEADER))
  let offset = start
  let head = -1
  tables.forEach((table, index) => {
    out.set(table.bytes, offset)
    if (table.tag === 'head') {
      head = offset
      view.setUint32(offset + CHECKSUM_ADJUSTMENT, 0)
    }
    const at = HEADER + index * RECORD
    for (let letter = 0; letter < 4; letter += 1) out[at + letter] = table.tag.charCodeAt(letter)
    view.setUint32(at + 4, table.checksum)
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, table.length)
    offset += padded(table.length)
  })
  const sums = tables.reduce((sum, table) => sum + table.checksum, checksum(out.subarray(0, start)))
  if (head >= 0) view.setUint32(head + CHECKSUM_ADJUSTMENT, (CHECKSUM_MAGIC - sums) >>> 0)
  return out
}
