import { readSync } from 'node:fs'

/** Reading and rewriting TrueType containers, as the OpenType specification lays them out (big-endian). */

type Table = {
  readonly tag: string
  /** Where the font says the following of it. */
  readonly at: number
  readonly checksum: number
  readonly offset: number
  readonly length: number
}

const TRUETYPE = 0x00010000
const HEADER = 12
const RECORD = 16
/** Of `checkSumAdjustment` within the table `head`. */
const CHECKSUM_ADJUSTMENT = 8
/** What all 32-bit words of a font add up to. */
const CHECKSUM_OF_ALL = 0xb1b0afba

export function viewOf(bytes: Uint8Array): DataView {
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
      checksum: view.getUint32(at + 4),
      offset: view.getUint32(at + 8),
      length: view.getUint32(at + 12),
    }
  })
}

/** Throws where the font has no such table, since we ship the fonts ourselves. */
function among<T extends { readonly tag: string }>(tables: readonly T[], tag: string): T {
  const table = tables.find((one) => one.tag === tag)
  if (!table) throw new Error(`The font has no ${tag} table.`)
  return table
}

function find(font: Uint8Array, tag: string): Table {
  return among(tablesOf(font), tag)
}

/** Bytes of one table. */
export function tableOf(font: Uint8Array, tag: string): DataView {
  const { offset, length } = find(font, tag)
  return new DataView(font.buffer, font.byteOffset + offset, length)
}

/** A font in an open file, of which no more is read than is asked for. */
export type FontFile = {
  readonly tags: readonly string[]
  /** As the file says it of a table. */
  checksumOf(tag: string): number
  /** A table, or what lies there from one of its bytes on. */
  read(tag: string, from?: number, length?: number): Uint8Array
}

export function readFont(file: number): FontFile {
  const read = (offset: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
  }
  const count = viewOf(read(0, HEADER)).getUint16(4)
  const tables = tablesOf(read(0, HEADER + count * RECORD))
  return {
    tags: tables.map(({ tag }) => tag),
    checksumOf: (tag) => among(tables, tag).checksum,
    read: (tag, from = 0, length?: number) => {
      const table = among(tables, tag)
      return read(table.offset + from, length ?? table.length)
    },
  }
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

export type NewTable = {
  readonly tag: string
  readonly content: Uint8Array
  /** Of `head` without what makes the whole file add up, as fonts say it. */
  readonly checksum: number
}

/** Of a table that is new, and whose length is whole words. */
export function newTable(tag: string, content: Uint8Array): NewTable {
  return { tag, content, checksum: checksum(content) }
}

/** A font of these tables, which stand in the order of their tags. */
export function writeFont(tables: readonly NewTable[]): Uint8Array {
  const directory = HEADER + tables.length * RECORD
  const length = tables.reduce((sum, { content }) => sum + padded(content.length), directory)
  const font = new Uint8Array(length)
  const view = viewOf(font)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, TRUETYPE)
  const search = [tables.length, 2 ** power * RECORD, power, (tables.length - 2 ** power) * RECORD]
  search.forEach((value, index) => view.setUint16(4 + index * 2, value))
  let offset = directory
  tables.forEach(({ tag, content, checksum: sum }, index) => {
    const at = HEADER + index * RECORD
    font.set(Buffer.from(tag, 'latin1'), at)
    const said = [sum, offset, content.length]
    said.forEach((value, field) => view.setUint32(at + 4 + field * 4, value))
    font.set(content, offset)
    offset += padded(content.length)
  })
  const all = tables.reduce((sum, one) => sum + one.checksum, checksum(font.subarray(0, directory)))
  view.setUint32(find(font, 'head').offset + CHECKSUM_ADJUSTMENT, (CHECKSUM_OF_ALL - all) >>> 0)
  return font
}
