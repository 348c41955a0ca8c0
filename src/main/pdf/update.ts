import { isDictionary } from './objects.ts'
import type { PdfDictionary, PdfValue } from './objects.ts'
import { NotPdf, parseValue } from './parse.ts'

/** What was written behind a finished file: objects, one after the other, and a table of exactly these. */
export type Update = {
  readonly objects: ReadonlyMap<number, PdfDictionary>
  /** The dictionary of its cross-reference stream, which is not among the objects. */
  readonly table: PdfDictionary
  /** Where that stands. */
  readonly startxref: number
  /** Behind its last byte. */
  readonly end: number
}

const HEAD = /\s*(\d{1,10}) 0 obj\s/y
const TAIL = /\s*endobj\s/y
const STREAM = /\s*stream\r?\n/y
const STREAM_TAIL = /\s*endstream\s+endobj\s/y
const END = /\s*startxref\s+(\d{1,10})\s+%%EOF\s*/y

/** Every character of `source` is one byte. Throws NotPdf for anything but dictionaries and one plain table. */
export function readUpdate(source: string, from: number): Update {
  const objects = new Map<number, PdfDictionary>()
  const places = new Map<number, number>()
  for (let at = from; ;) {
    const head = matched(HEAD, source, at)
    if (!head) throw new NotPdf('Something else than an object was added.')
    const [number, place] = [Number(head[1]), at + head[0].search(/\d/)]
    const { value, end } = parseValue(source, at + head[0].length)
    if (!isDictionary(value) || places.has(number))
      throw new NotPdf('An object was added that is no dictionary.')
    places.set(number, place)
    const tail = matched(TAIL, source, end)
    if (tail) {
      objects.set(number, value)
      at = end + tail[0].length
      continue
    }
    const stop = tableEnd(source, end, value, places)
    const last = matched(END, source, stop)
    if (Number(last?.[1]) !== place || !last) throw new NotPdf('An update does not end with its table.')
    return { objects, table: value, startxref: place, end: stop + last[0].length }
  }
}

/** Behind the table, which must tell of these objects, there, and of no others. */
function tableEnd(
  source: string,
  at: number,
  { entries }: PdfDictionary,
  places: ReadonlyMap<number, number>,
): number {
  const opening = matched(STREAM, source, at)
  const length = entries.get('Length')
  if (!opening || typeof length !== 'number' || entries.has('Filter'))
    throw new NotPdf('It is no plain table.')
  const from = at + opening[0].length
  const rows = readRows(
    source.slice(from, from + length),
    numbersOf(entries.get('W')),
    numbersOf(entries.get('Index')),
  )
  const isRight =
    rows.size === places.size && [...rows].every(([number, place]) => places.get(number) === place)
  const closing = matched(STREAM_TAIL, source, from + length)
  if (!isRight || !closing) throw new NotPdf('The table of an update tells of other objects.')
  return from + length + closing[0].length
}

/** Where each object stands (7.5.8), each of them by itself and in its first generation. */
function readRows(
  data: string,
  widths: readonly number[],
  index: readonly number[],
): ReadonlyMap<number, number> {
  const [kinds = 0, offsets = 0, generations = 0] = widths
  const width = kinds + offsets + generations
  const rows = new Map<number, number>()
  const read = (at: number, length: number) =>
    Array.from(data.slice(at, at + length)).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0)
  if (width === 0 || widths.length !== 3) throw new NotPdf('The table of an update is not as expected.')
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first, count] = [index[pair] ?? 0, index[pair + 1] ?? 0]
    for (let row = 0; row < count && at < data.length; row += 1, at += width) {
      if (read(at, kinds) !== 1 || read(at + kinds + offsets, generations) !== 0)
        throw new NotPdf('It packs objects.')
      rows.set(first + row, read(at + kinds, offsets))
    }
  }
  if (at !== data.length) throw new NotPdf('The table of an update is cut off.')
  return rows
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  const isPlain = Array.isArray(value) && value.every((one) => Number.isInteger(one) && Number(one) >= 0)
  if (!isPlain) throw new NotPdf('The table of an update is not as expected.')
  return value.map(Number)
}

function matched(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
