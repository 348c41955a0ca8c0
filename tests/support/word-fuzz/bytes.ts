import type { Mutation, Pick } from '../package-mutations.ts'

/** Bytes that are wrong, and a container that says other things than it holds. */

function copyWith(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) change(copy)
  return copy
}

function range(bytes: Buffer, pick: Pick): readonly [from: number, to: number] {
  const from = pick(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + pick(400))]
}

export const BYTES: Readonly<Record<string, Mutation>> = {
  'one bit': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      const at = pick(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << pick(8))
    }),
  'some bytes': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      for (let left = pick(40) + 1; left > 0; left -= 1) copy[pick(copy.length)] = pick(256)
    }),
  'cut short': (bytes, pick) => bytes.subarray(0, pick(bytes.length)),
  'more behind it': (bytes, pick) => Buffer.concat([bytes, Buffer.alloc(pick(70_000) + 1, pick(256))]),
  'a range of zeros': (bytes, pick) => copyWith(bytes, (copy) => copy.fill(0, ...range(copy, pick))),
  'a range elsewhere': (bytes, pick) =>
    copyWith(bytes, (copy) => {
      const [from, to] = range(copy, pick)
      copy.copy(copy, pick(copy.length), from, to)
    }),
  'a range taken out': (bytes, pick) => {
    const [from, to] = range(bytes, pick)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Offsets of the fields in each record, and their widths (APPNOTE 4.3). */
const FIELDS: Readonly<Record<number, readonly (readonly [at: number, width: 2 | 4])[]>> = {
  [LOCAL]: [
    [4, 2],
    [6, 2],
    [8, 2],
    [14, 4],
    [18, 4],
    [22, 4],
    [26, 2],
    [28, 2],
  ],
  [CENTRAL]: [
    [6, 2],
    [8, 2],
    [10, 2],
    [16, 4],
    [20, 4],
    [24, 4],
    [28, 2],
    [30, 2],
    [32, 2],
    [34, 2],
    [38, 4],
    [42, 4],
  ],
  [END]: [
    [4, 2],
    [6, 2],
    [8, 2],
    [10, 2],
    [12, 4],
    [16, 4],
    [20, 2],
  ],
}

function records(bytes: Buffer): readonly number[] {
  const found: number[] = []
  for (let at = bytes.indexOf('PK'); at >= 0 && at + 4 <= bytes.length; at = bytes.indexOf('PK', at + 1)) {
    if (FIELDS[bytes.readUInt32LE(at)]) found.push(at)
  }
  return found
}

/** One field of the container with another value. */
export const CONTAINER: Mutation = (bytes, pick) =>
  copyWith(bytes, (copy) => {
    const found = records(copy)
    const at = found[pick(Math.max(1, found.length))]
    if (at === undefined) return
    const fields = FIELDS[copy.readUInt32LE(at)] ?? []
    const [offset, width] = fields[pick(fields.length)] ?? [4, 2]
    if (at + offset + width > copy.length) return
    const odd = [0, 1, 0x8000, 0xffff, 0xfffffffe, 0xffffffff, pick(copy.length), pick(0x10000)]
    const value = odd[pick(odd.length)] ?? 0
    if (width === 4) copy.writeUInt32LE(value >>> 0, at + offset)
    else copy.writeUInt16LE(value & 0xffff, at + offset)
  })
