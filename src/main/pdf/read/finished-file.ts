import { inflateSync } from 'node:zlib'
import { isDictionary, isReference } from '../objects.ts'
import type { PdfDictionary, PdfValue } from '../objects.ts'
import { NotPdf, parseValue } from '../parse.ts'

/**
 * A file as it leaves (`file.ts` wrote it): one cross-reference stream, object streams, nothing behind it. Made for
 * checking, so it is read from its bytes alone, and whatever is not as expected is NotPdf and not passed over. For
 * files of others, and those that were signed since, there is pdf.js.
 */
export type FinishedFile = {
  /** The dictionary of the cross-reference stream, which says where everything begins. */
  readonly trailer: PdfDictionary
  /** The numbers of all objects. */
  readonly numbers: readonly number[]
  /** What a reference leads to; other values are themselves. Throws NotPdf. */
  resolve(value: PdfValue | undefined): PdfValue
  /** The same where a dictionary must stand; a stream's is the one before its bytes. */
  dictionary(value: PdfValue | undefined): PdfDictionary
  /** The bytes of a stream, inflated. */
  stream(value: PdfValue | undefined): Buffer
  /** The source of an object, without the bytes of a stream; every character is one byte. */
  source(number: number): string
}

type Row =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'packed'; readonly within: number; readonly index: number }

type Packed = {
  readonly text: string
  readonly numbers: readonly number[]
  readonly offsets: readonly number[]
}

/** More than any page, font or review of ours comes to, and bounded where something else pretends to be one. */
const LARGEST = 256 * 1024 * 1024

export function openFinished(bytes: Uint8Array): FinishedFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { rows, trailer } = readRows(buffer)
  const packed = new Map<number, Packed>()

  const rowOf = (number: number): Row => {
    const row = rows.get(number)
    if (!row) throw new NotPdf(`There is no object ${number}.`)
    return row
  }
  const packedIn = (number: number): Packed => {
    const known = packed.get(number)
    if (known) return known
    const row = rowOf(number)
    if (row.kind !== 'at') throw new NotPdf(`Object ${number} is no object stream.`)
    const opened = openPacked(readStream(buffer, number, row.offset))
    packed.set(number, opened)
    return opened
  }
  const source = (number: number): string => {
    const row = rowOf(number)
    if (row.kind === 'at') return readHead(buffer, number, row.offset).source
    const { text, numbers, offsets } = packedIn(row.within)
    if (numbers[row.index] !== number) throw new NotPdf(`Object ${number} is not where the table says.`)
    return text.slice(offsets[row.index], offsets[row.index + 1])
  }
  const resolve = (value: PdfValue | undefined): PdfValue => {
    let target = value ?? null
    for (let hops = 0; isReference(target); hops += 1) {
      if (hops > 8) throw new NotPdf('References lead in a circle.')
      target = parseValue(source(target.number)).value
    }
    return target
  }
  return {
    trailer,
    numbers: [...rows.keys()],
    resolve,
    dictionary(value) {
      const found = resolve(value)
      if (!isDictionary(found)) throw new NotPdf('A dictionary was expected.')
      return found
    },
    stream(value) {
      const row = isReference(value) ? rowOf(value.number) : null
      if (!isReference(value) || row?.kind !== 'at') throw new NotPdf('A stream was expected.')
      return readStream(buffer, value.number, row.offset).bytes
    },
    source,
  }
}

/** Where each object is, by the one table at the end. */
function readRows(buffer: Buffer): {
  readonly rows: ReadonlyMap<number, Row>
  readonly trailer: PdfDictionary
} {
  if (!buffer.subarray(0, 16).toString('latin1').startsWith('%PDF-1.7\n'))
    throw new NotPdf('It is no PDF 1.7.')
  const end = /\nstartxref\n(\d{1,10})\n%%EOF\n$/.exec(buffer.subarray(-48).toString('latin1'))
  if (!end) throw new NotPdf('The file does not end as it should.')
  const offset = Number(end[1])
  const number = Number(
    /^(\d{1,10}) 0 obj/.exec(buffer.subarray(offset, offset + 20).toString('latin1'))?.[1],
  )
  const { entries: trailer, bytes } = readStream(buffer, number, offset)
  const { entries } = trailer
  const widths = entries.get('W')
  const size = entries.get('Size')
  const isOurs =
    Array.isArray(widths) &&
    JSON.stringify(widths) === '[1,4,2]' &&
    !entries.has('Prev') &&
    !entries.has('Index')
  if (!isOurs || typeof size !== 'number' || bytes.length !== size * 7) {
    throw new NotPdf('The table of objects is not as expected.')
  }
  const rows = new Map<number, Row>()
  for (let at = 0; at < size; at += 1) {
    const kind = bytes.readUInt8(at * 7)
    const [second, third] = [bytes.readUInt32BE(at * 7 + 1), bytes.readUInt16BE(at * 7 + 5)]
    if (kind === 1) rows.set(at, { kind: 'at', offset: second })
    else if (kind === 2) rows.set(at, { kind: 'packed', within: second, index: third })
    else if (kind !== 0) throw new NotPdf('The table of objects is not as expected.')
  }
  return { rows, trailer }
}

/** How much is looked at for what stands before an object's bytes; more is asked for where that is too little. */
const HEAD = 512

function readHead(buffer: Buffer, number: number, offset: number) {
  const start = `${number} 0 obj\n`
  if (buffer.subarray(offset, offset + start.length).toString('latin1') !== start) {
    throw new NotPdf(`Object ${number} is not where the table says.`)
  }
  const from = offset + start.length
  for (let length = HEAD; ; length *= 8) {
    const source = buffer.subarray(from, from + length).toString('latin1')
    const stream = source.indexOf('\nstream\n')
    if (stream >= 0) return { source: source.slice(0, stream), at: from + stream + 8 }
    if (from + length >= buffer.length) throw new NotPdf(`Object ${number} is no stream.`)
  }
}

function readStream(buffer: Buffer, number: number, offset: number) {
  const { source, at } = readHead(buffer, number, offset)
  const { value: entries } = parseValue(source)
  const length = isDictionary(entries) ? entries.entries.get('Length') : null
  if (!isDictionary(entries) || typeof length !== 'number')
    throw new NotPdf('A stream does not tell its length.')
  const raw = buffer.subarray(at, at + length)
  const after = buffer.subarray(at + length, at + length + 18).toString('latin1')
  if (after !== '\nendstream\nendobj\n') throw new NotPdf('A stream is not as long as it says.')
  return { entries, bytes: inflated(raw, entries.entries.get('Filter')) }
}

function inflated(raw: Buffer, filter: PdfValue | undefined): Buffer {
  if (filter === undefined) return raw
  const [only, ...more] = Array.isArray(filter) ? filter : [filter]
  const isFlate = typeof only === 'object' && only !== null && 'name' in only && only.name === 'FlateDecode'
  if (!isFlate || more.length > 0) throw new NotPdf('A stream is packed in another way than ours are.')
  try {
    return inflateSync(raw, { maxOutputLength: LARGEST })
  } catch {
    throw new NotPdf('A stream cannot be unpacked.')
  }
}

function openPacked({
  entries: { entries },
  bytes,
}: {
  readonly entries: PdfDictionary
  readonly bytes: Buffer
}): Packed {
  const [count, first] = [entries.get('N'), entries.get('First')]
  if (typeof count !== 'number' || typeof first !== 'number')
    throw new NotPdf('An object stream is not as expected.')
  const pairs = bytes.subarray(0, first).toString('latin1').trim().split(/\s+/).map(Number)
  if (pairs.length !== count * 2) throw new NotPdf('An object stream is not as expected.')
  return {
    text: bytes.subarray(first).toString('latin1'),
    numbers: pairs.filter((_, index) => index % 2 === 0),
    offsets: pairs.filter((_, index) => index % 2 === 1),
  }
}
