import { inflateSync } from 'node:zlib'
import type { PdfDictionary, PdfValue } from '../../../src/main/pdf/objects.ts'
import { dictionary, isDictionary, isReference } from '../../../src/main/pdf/objects.ts'
import { NotPdf, parseDictionary, parseValue } from '../../../src/main/pdf/parse.ts'

/**
 * A finished file with all its objects, wherever they stand: in object streams, behind a cross-reference stream or a
 * classic table, or added later by a signature. The values are plain and can be changed, so that a test can smuggle a
 * fault in.
 */
export type Finished = {
  readonly trailer: PdfDictionary
  readonly objects: ReadonlyMap<number, PdfValue>
  /** Bytes of the objects that are streams, as they are stored. */
  readonly streams: ReadonlyMap<number, Uint8Array>
}

type Place =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'within'; readonly stream: number; readonly index: number }

type Found = { readonly value: PdfValue; readonly bytes: Uint8Array | null }

/** Throws NotPdf. */
export function readFinished(bytes: Uint8Array): Finished {
  const source = Buffer.from(bytes).toString('latin1')
  const { places, trailer } = readSections(source, bytes)
  const objects = new Map<number, PdfValue>()
  const streams = new Map<number, Uint8Array>()
  const groups = new Map<number, readonly PdfValue[]>()
  const groupOf = (stream: number): readonly PdfValue[] => {
    const place = places.get(stream)
    if (place?.kind !== 'at') throw new NotPdf(`The object stream ${stream} is nowhere.`)
    const group = groups.get(stream) ?? readGroup(objectAt(source, bytes, place.offset))
    groups.set(stream, group)
    return group
  }
  for (const [number, place] of places) {
    if (place.kind === 'within') {
      objects.set(number, groupOf(place.stream)[place.index] ?? null)
      continue
    }
    const { value, bytes: stream } = objectAt(source, bytes, place.offset)
    objects.set(number, value)
    if (stream) streams.set(number, stream)
  }
  return { trailer, objects, streams }
}

/** What a reference leads to, or the value itself. */
export function follow(file: Finished, value: PdfValue | undefined): PdfValue {
  return isReference(value) ? (file.objects.get(value.number) ?? null) : (value ?? null)
}

/** The entry of a dictionary, followed; null where there is none or no dictionary. */
export function entry(file: Finished, value: PdfValue | undefined, key: string): PdfValue {
  const owner = follow(file, value)
  return isDictionary(owner) ? follow(file, owner.entries.get(key)) : null
}

export function list(file: Finished, value: PdfValue | undefined): readonly PdfValue[] {
  const found = follow(file, value)
  if (found === null) return []
  return Array.isArray(found) ? found : [value ?? null]
}

export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'name'
    ? value.name
    : ''
}

/** Text of a string; UTF-16 where it says so. */
export function textOf(value: PdfValue | undefined): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value.kind !== 'string')
    return ''
  const { bytes } = value
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}

/** The unpacked bytes of a stream. Throws NotPdf for another packing than the common one. */
export function unpacked(entries: PdfDictionary, bytes: Uint8Array): Buffer {
  const filter = entries.entries.get('Filter')
  const names = (Array.isArray(filter) ? filter : [filter ?? null]).map((one) => nameOf(one))
  if (names.every((one) => one === '')) return Buffer.from(bytes)
  if (names.join() !== 'FlateDecode' || entries.entries.has('DecodeParms')) {
    throw new NotPdf(`A stream is packed as ${names.join(', ')}.`)
  }
  return inflateSync(bytes)
}

function readSections(source: string, bytes: Uint8Array) {
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(source.slice(-64))
  if (!source.startsWith('%PDF-1.') || !start) throw new NotPdf('This is no PDF file.')
  const places = new Map<number, Place>()
  const seen = new Set<number>()
  let newest: PdfDictionary | null = null
  for (let at: PdfValue | undefined = Number(start[1]); typeof at === 'number' && !seen.has(at);) {
    seen.add(at)
    const section: Section = source.startsWith('xref', at)
      ? classicSection(source, at)
      : streamSection(source, bytes, at)
    // The newest section comes first, and what it says of an object holds.
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place)
    newest ??= section.trailer
    at = section.trailer.entries.get('Prev')
  }
  return { places, trailer: newest ?? dictionary() }
}

type Section = { readonly places: ReadonlyMap<number, Place>; readonly trailer: PdfDictionary }

function classicSection(source: string, at: number): Section {
  const places = new Map<number, Place>()
  const trailerAt = source.indexOf('trailer', at)
  const rows = source.slice(at + 4, trailerAt).matchAll(/(\d+) (\d+)(?: ([nf]))?[ \r\n]+/g)
  let number = 0
  for (const [, first = '', , kind] of rows) {
    if (kind === undefined) number = Number(first)
    else {
      if (kind === 'n') places.set(number, { kind: 'at', offset: Number(first) })
      number += 1
    }
  }
  return { places, trailer: parseDictionary(source, trailerAt + 7) }
}

function streamSection(source: string, bytes: Uint8Array, at: number): Section {
  const { value, bytes: stream } = objectAt(source, bytes, at)
  if (!isDictionary(value) || !stream) throw new NotPdf('The table of objects is not where it should be.')
  const table = unpacked(value, stream)
  const [one = 0, two = 0, three = 0] = numbers(value.entries.get('W'))
  const ranges = numbers(value.entries.get('Index') ?? [0, Number(value.entries.get('Size'))])
  const read = (from: number, width: number): number => (width === 0 ? 0 : table.readUIntBE(from, width))
  const places = new Map<number, Place>()
  let row = 0
  for (let range = 0; range < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2)
    for (let number = first; number < first + count; number += 1, row += one + two + three) {
      const kind = one === 0 ? 1 : read(row, one)
      const second = read(row + one, two)
      if (kind === 1) places.set(number, { kind: 'at', offset: second })
      if (kind === 2)
        places.set(number, { kind: 'within', stream: second, index: read(row + one + two, three) })
    }
  }
  return { places, trailer: value }
}

function numbers(value: PdfValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : []
}

const HEAD = /\s*\d+ \d+ obj\s*/y
const OPENING = /\s*stream\r?\n/y

function objectAt(source: string, bytes: Uint8Array, offset: number): Found {
  HEAD.lastIndex = offset
  if (!HEAD.test(source)) throw new NotPdf(`There is no object at ${offset}.`)
  const { value, end } = parseValue(source, HEAD.lastIndex)
  OPENING.lastIndex = end
  if (!isDictionary(value) || !OPENING.test(source)) return { value, bytes: null }
  const from = OPENING.lastIndex
  const length = Number(value.entries.get('Length'))
  if (!/^\s*endstream/.test(source.slice(from + length, from + length + 14))) {
    throw new NotPdf(`The stream at ${offset} is not as long as it says.`)
  }
  return { value, bytes: bytes.subarray(from, from + length) }
}

function readGroup({ value, bytes }: Found): readonly PdfValue[] {
  if (!isDictionary(value) || !bytes) throw new NotPdf('An object stream is none.')
  const source = unpacked(value, bytes).toString('latin1')
  const first = Number(value.entries.get('First'))
  const heads = source.slice(0, first).trim().split(/\s+/).map(Number)
  return heads.filter((_, index) => index % 2 === 1).map((offset) => parseValue(source, first + offset).value)
}
