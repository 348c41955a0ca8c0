/** Reading and rewriting TrueType containers, as the OpenType specification lays them out (big-endian). */

type Table = { readonly tag: string; readonly offset: number; readonly length: number }

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
    return { tag, offset: view.getUint32(at + 8), length: view.getUint32(at + 12) }
  })
}

/** Bytes of one table; throws where the font has none, since we ship the fonts ourselves. */
export function tableOf(font: Uint8Array, tag: string): DataView {
  const table = tablesOf(font).find((one) => one.tag === tag)
  if (!table) throw new Error(`The font has no ${tag} table.`)
  return new DataView(font.buffer, font.byteOffset + table.offset, table.length)
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

/** The font with one table replaced, its offsets and checksums made right again. */
export function replaceTable(font: Uint8Array, tag: string, content: Uint8Array): Uint8Array {
  const tables = tablesOf(font).map((table) => ({
    tag: table.tag,
    bytes: table.tag === tag ? content : font.subarray(table.offset, table.offset + table.length),
  }))
  const start = HEADER + tables.length * RECORD
  const out = new Uint8Array(tables.reduce((sum, table) => sum + padded(table.bytes.length), start))
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
    view.setUint32(at + 4, checksum(out.subarray(offset, offset + padded(table.bytes.length))))
    view.setUint32(at + 8, offset)
    view.setUint32(at + 12, table.bytes.length)
    offset += padded(table.bytes.length)
  })
  if (head >= 0) view.setUint32(head + CHECKSUM_ADJUSTMENT, (CHECKSUM_MAGIC - checksum(out)) >>> 0)
  return out
}
