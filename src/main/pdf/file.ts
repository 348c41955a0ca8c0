import { deflateSync } from 'node:zlib'
import type { PdfDictionary, PdfReference, PdfValue } from './objects.ts'
import { dictionary, isReference, name, print, reference } from './objects.ts'
import { asDictionary, NotPdf, parseDictionary, parseValue } from './parse.ts'

/**
 * A finished file, amended object by object: what is not asked for is carried over as it stands. Reads the classic
 * cross-reference table that the typesetter writes, and writes object streams (7.5.7), which take a tagged file to a
 * third of its size.
 */
export type PdfFile = {
  readonly trailer: PdfDictionary
  /** To be changed and put back: a copy of what stands in the file, and what was put itself. Throws NotPdf. */
  get(number: number): PdfValue
  dictionary(number: number): PdfDictionary
  /** Entries and bytes as they are stored, packed or not. Throws NotPdf where no stream is. */
  stream(number: number): { readonly entries: PdfDictionary; readonly bytes: Uint8Array }
  /** The first object, other than a stream, whose source matches; null for none. */
  find(pattern: RegExp): number | null
  put(number: number, value: PdfValue): void
  add(value: PdfValue): PdfReference
  /** `entries` beside Length; with `pack` the bytes are deflated. */
  addStream(entries: PdfDictionary, bytes: Uint8Array, pack: boolean): PdfReference
  replaceStream(number: number, entries: PdfDictionary, bytes: Uint8Array, pack: boolean): void
  write(): Uint8Array
}

/** An object as it stands in the file (characters are bytes), one that was put, or a stream with its bytes. */
type Stored =
  | { readonly kind: 'plain'; readonly source: string }
  | { readonly kind: 'put'; readonly value: PdfValue }
  | { readonly kind: 'stream'; readonly entries: string; readonly bytes: Uint8Array }

/** How many objects one object stream holds: readers inflate a whole one to reach a single object. */
const PER_STREAM = 200

/** Throws NotPdf for anything but a whole file with one classic table. */
export function openPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes).toString('latin1')
  const { offsets, trailer } = readTable(source)
  const objects = new Map<number, Stored>()
  const ordered = [...offsets].toSorted((one, other) => one[1] - other[1])
  for (const [number, offset] of ordered) objects.set(number, readStored(source, bytes, number, offset))
  let next = Math.max(0, ...objects.keys()) + 1

  const get = (number: number): PdfValue => {
    const stored = objects.get(number)
    if (!stored) throw new NotPdf(`There is no object ${number}.`)
    if (stored.kind === 'put') return stored.value
    return parseValue(stored.kind === 'plain' ? stored.source : stored.entries).value
  }
  const streamOf = (entries: PdfDictionary, content: Uint8Array, pack: boolean): Stored => {
    const packed = pack ? deflateSync(content) : content
    const head = dictionary({
      ...Object.fromEntries(entries.entries),
      ...(pack ? { Filter: name('FlateDecode') } : {}),
      Length: packed.length,
    })
    return { kind: 'stream', entries: print(head), bytes: packed }
  }
  const store = (stored: Stored): PdfReference => {
    objects.set(next, stored)
    next += 1
    return reference(next - 1)
  }
  return {
    trailer,
    get,
    dictionary: (number) => asDictionary(get(number)),
    stream(number) {
      const stored = objects.get(number)
      if (stored?.kind !== 'stream') throw new NotPdf(`Object ${number} is no stream.`)
      return { entries: parseDictionary(stored.entries), bytes: stored.bytes }
    },
    find(pattern) {
      for (const [number, stored] of objects)
        if (stored.kind !== 'stream' && pattern.test(sourceOf(stored))) return number
      return null
    },
    put: (number, value) => void objects.set(number, { kind: 'put', value }),
    add: (value) => store({ kind: 'put', value }),
    addStream: (entries, content, pack) => store(streamOf(entries, content, pack)),
    replaceStream: (number, entries, content, pack) =>
      void objects.set(number, streamOf(entries, content, pack)),
    write: () => writeFile(objects, next, trailer),
  }
}

function sourceOf(stored: Exclude<Stored, { readonly kind: 'stream' }>): string {
  return stored.kind === 'put' ? print(stored.value) : stored.source
}

function readTable(source: string) {
  if (!source.startsWith('%PDF-1.')) throw new NotPdf('This is no PDF file.')
  const start = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(source.slice(-64))
  const at = Number(start?.[1] ?? Number.NaN)
  if (!source.startsWith('xref', at)) throw new NotPdf('The file has no classic table of its objects.')
  const offsets = new Map<number, number>()
  const section = /\s*(\d+) (\d+)\s*?\r?\n/y
  section.lastIndex = at + 4
  let end = section.lastIndex
  for (let found = section.exec(source); found; found = section.exec(source)) {
    const [first, count] = [Number(found[1]), Number(found[2])]
    const rows = section.lastIndex
    if (rows + count * 20 > source.length) throw new NotPdf('The table of objects is cut off.')
    for (let row = 0; row < count; row += 1) {
      const line = source.slice(rows + row * 20, rows + row * 20 + 18)
      if (line.endsWith('n')) offsets.set(first + row, Number(line.slice(0, 10)))
    }
    end = rows + count * 20
    section.lastIndex = end
  }
  const trailerAt = source.indexOf('trailer', end)
  if (trailerAt < 0) throw new NotPdf('The file has no trailer.')
  return { offsets, trailer: parseDictionary(source, trailerAt + 7) }
}

const HEAD = /(\d+) 0 obj\s*/y

function readStored(source: string, bytes: Uint8Array, number: number, offset: number): Stored {
  HEAD.lastIndex = offset
  const head = HEAD.exec(source)
  if (!head || Number(head[1]) !== number) throw new NotPdf(`Object ${number} is not where the table says.`)
  const start = HEAD.lastIndex
  const end = source.indexOf('endobj', start)
  if (end < 0) throw new NotPdf(`Object ${number} does not end.`)
  const object = source.slice(start, end)
  // Looked for in the object alone: the next stream may lie a thousand objects further.
  const stream = object.includes('stream') ? readStream(source, bytes, start) : null
  return stream ?? { kind: 'plain', source: object.trimEnd() }
}

/** Null where the word "stream" stands within a string. */
function readStream(source: string, bytes: Uint8Array, start: number): Stored | null {
  const { value, end } = parseValue(source, start)
  const opening = /\s*stream\r?\n/y
  opening.lastIndex = end
  if (!opening.test(source) || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value) || value.kind !== 'dictionary') return null
  const length = value.entries.get('Length')
  if (typeof length !== 'number') throw new NotPdf('A stream does not tell its length.')
  const from = opening.lastIndex
  if (from + length > bytes.length) throw new NotPdf('A stream is cut off.')
  return { kind: 'stream', entries: source.slice(start, end), bytes: bytes.subarray(from, from + length) }
}

type Row = readonly [type: 0 | 1 | 2, second: number, third: number]

function writeFile(objects: ReadonlyMap<number, Stored>, size: number, trailer: PdfDictionary): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  let at = parts[0]?.length ?? 0
  const rows = new Map<number, Row>([[0, [0, 0, 65_535]]])
  const emit = (number: number, entries: string, bytes: Uint8Array): void => {
    rows.set(number, [1, at, 0])
    const head = Buffer.from(`${number} 0 obj\n${entries}\nstream\n`, 'latin1')
    const foot = Buffer.from('\nendstream\nendobj\n', 'latin1')
    parts.push(head, Buffer.from(bytes), foot)
    at += head.length + bytes.length + foot.length
  }
  const plain: [number, string][] = []
  for (const [number, stored] of [...objects].toSorted((one, other) => one[0] - other[0])) {
    if (stored.kind === 'stream') emit(number, stored.entries, stored.bytes)
    else plain.push([number, sourceOf(stored)])
  }
  let next = size
  for (let from = 0; from < plain.length; from += PER_STREAM) {
    const group = plain.slice(from, from + PER_STREAM)
    const { entries, bytes } = objectStream(group)
    for (const [index, [number]] of group.entries()) rows.set(number, [2, next, index])
    emit(next, entries, bytes)
    next += 1
  }
  rows.set(next, [1, at, 0])
  const table = crossReferences(rows, next, trailer)
  parts.push(Buffer.from(`${next} 0 obj\n${table.entries}\nstream\n`, 'latin1'), table.bytes)
  parts.push(Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`, 'latin1'))
  return new Uint8Array(Buffer.concat(parts))
}

function objectStream(group: readonly (readonly [number, string])[]) {
  let places = ''
  let body = ''
  for (const [number, source] of group) {
    places += `${number} ${body.length} `
    body += `${source}\n`
  }
  const bytes = deflateSync(Buffer.from(places + body, 'latin1'))
  const entries = dictionary({
    Type: name('ObjStm'),
    N: group.length,
    First: places.length,
    Length: bytes.length,
    Filter: name('FlateDecode'),
  })
  return { entries: print(entries), bytes }
}

/** A cross-reference stream (7.5.8): one byte of type, four and two of what the type says. */
function crossReferences(rows: ReadonlyMap<number, Row>, last: number, trailer: PdfDictionary) {
  const table = Buffer.alloc((last + 1) * 7)
  for (let number = 0; number <= last; number += 1) {
    const [type, second, third] = rows.get(number) ?? [0, 0, 65_535]
    table.writeUInt8(type, number * 7)
    table.writeUInt32BE(second, number * 7 + 1)
    table.writeUInt16BE(third, number * 7 + 5)
  }
  const bytes = deflateSync(table)
  const kept = [...trailer.entries].filter(([key, value]) => key === 'ID' || isReference(value))
  const entries = dictionary({
    Type: name('XRef'),
    Size: last + 1,
    W: [1, 4, 2],
    ...Object.fromEntries(kept),
    Length: bytes.length,
    Filter: name('FlateDecode'),
  })
  return { entries: print(entries), bytes }
}
