import { crc32, deflateRawSync } from 'node:zlib'

export type Part = { readonly name: string; readonly data: Uint8Array }

const UTF8_NAMES = 0x0800
const DEFLATE = 8
/** 1 January 1980, the zero of ZIP dates: the same parts must give the same bytes. */
const DATE = 0x0021

/**
 * A ZIP package of these parts: `[Content_Types].xml` first as readers expect, the rest by name.
 * Deterministic for the same zlib.
 */
export function writePackage(parts: readonly Part[]): Uint8Array {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const part of [...parts].sort(byName)) {
    const name = Buffer.from(part.name, 'utf8')
    const packed = deflateRawSync(part.data, { level: 6 })
    const shared = sharedHeader(part.data, packed, name.length)
    const header = Buffer.concat([u32(0x04034b50), shared, name])
    local.push(header, packed)
    central.push(u32(0x02014b50), u16(20), shared, Buffer.alloc(10), u32(offset), name)
    offset += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = [
    u32(0x06054b50),
    u32(0),
    u16(parts.length),
    u16(parts.length),
    u32(directory.length),
    u32(offset),
  ]
  return new Uint8Array(Buffer.concat([...local, directory, ...end, u16(0)]))
}

/** The fields that a local header and its central entry have in common. */
function sharedHeader(data: Uint8Array, packed: Uint8Array, nameLength: number): Buffer {
  return Buffer.concat([
    u16(20),
    u16(UTF8_NAMES),
    u16(DEFLATE),
    u16(0),
    u16(DATE),
    u32(crc32(data)),
    u32(packed.length),
    u32(data.length),
    u16(nameLength),
    u16(0),
  ])
}

function byName(a: Part, b: Part): number {
  const first = '[Content_Types].xml'
  if (a.name === first) return -1
  if (b.name === first) return 1
  return a.name < b.name ? -1 : 1
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
