import { isDeepStrictEqual } from 'node:util'
import { isReference, reference } from './objects.ts'
import type { PdfDictionary, PdfValue } from './objects.ts'
import { NotPdf } from './parse.ts'
import { openFinished } from './read/finished-file.ts'
import { readUpdate } from './update.ts'
import type { Update } from './update.ts'

/**
 * What stands behind a file as it was first written. A signature holds the bytes before it, and whoever adds one can
 * change the pages in the same breath: so each update may hold a signature as `sign.ts` adds it, and nothing else.
 */

/** The objects of one signature, its field and the list of the fields; the catalogue that names the list; the table. */
const SIGNATURE = ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Reason']
const FIELD = ['FT', 'T', 'V', 'Type', 'Subtype', 'F', 'P', 'Rect']
const FORM = ['Fields', 'DR', 'DA', 'NeedAppearances', 'SigFlags']

/** What is known of the file before an update. */
type Before = {
  readonly startxref: number
  readonly root: PdfValue
  readonly info: PdfValue
  readonly catalog: PdfDictionary
  readonly fields: readonly PdfValue[]
  /** Objects with this number and those above it are new. */
  readonly next: number
}

/** `end`: where the file ends as it was first written. */
export function holdsSignaturesAlone(bytes: Uint8Array, end: number): boolean {
  if (end === bytes.length) return true
  const source = Buffer.from(bytes).toString('latin1')
  try {
    let before = asFirstWritten(bytes.subarray(0, end), source)
    for (let at = end; at < bytes.length;) {
      const update = readUpdate(source, at)
      before = behind(before, update)
      at = update.end
    }
    return true
  } catch (error) {
    if (error instanceof NotPdf) return false
    throw error
  }
}

function asFirstWritten(bytes: Uint8Array, source: string): Before {
  const file = openFinished(bytes)
  const { entries } = file.trailer
  const start = /startxref\n(\d{1,10})\n%%EOF\n$/.exec(source.slice(bytes.length - 48, bytes.length))
  return {
    startxref: Number(start?.[1]),
    root: entries.get('Root') ?? null,
    info: entries.get('Info') ?? null,
    catalog: file.dictionary(entries.get('Root')),
    fields: [],
    next: Number(entries.get('Size')),
  }
}

/** What is known behind it. Throws NotPdf where it holds more than one signature. */
function behind(before: Before, { objects, table, startxref }: Update): Before {
  const { entries } = table
  const follows =
    entries.get('Prev') === before.startxref &&
    isDeepStrictEqual(entries.get('Root') ?? null, before.root) &&
    isDeepStrictEqual(entries.get('Info') ?? null, before.info)
  const all = [...objects]
  const signature = all.find(([, one]) => isExactly(one, SIGNATURE, 'Sig'))
  const field = all.find(([, one]) => isExactly(one, FIELD, 'Annot'))
  const form = all.find(([, one]) => isExactly(one, FORM))
  if (!follows || !signature || !field || !form) throw new NotPdf('An update is no signature.')
  const fields = [...before.fields, reference(field[0])]
  const isRight =
    isFieldOf(field[1], signature[0]) &&
    isDeepStrictEqual(form[1].entries.get('Fields'), fields) &&
    all.every(([number]) => number >= before.next || [form[0], numberOf(before.root)].includes(number))
  const catalog = catalogBehind(before, objects, form[0])
  const others = all.length - 3 - (catalog === before.catalog ? 0 : 1)
  if (!isRight || others !== 0) throw new NotPdf('An update is more than a signature.')
  return { ...before, startxref, catalog, fields, next: Math.max(before.next, ...objects.keys()) + 1 }
}

/** The same as before, with the list of the fields named in it. Throws NotPdf for any other. */
function catalogBehind({ catalog, root }: Before, objects: Update['objects'], form: number): PdfDictionary {
  const found = objects.get(numberOf(root) ?? -1) ?? catalog
  const wanted = new Map(catalog.entries).set('AcroForm', reference(form))
  if (!isDeepStrictEqual(found.entries, wanted)) throw new NotPdf('An update changes the catalogue.')
  return found
}

/** Nothing of it is seen: what is seen of a file was signed before. */
function isFieldOf({ entries }: PdfDictionary, signature: number): boolean {
  return (
    isDeepStrictEqual(entries.get('V'), reference(signature)) &&
    isDeepStrictEqual(entries.get('FT'), { kind: 'name', name: 'Sig' }) &&
    isDeepStrictEqual(entries.get('Rect'), [0, 0, 0, 0])
  )
}

function isExactly(one: PdfDictionary, keys: readonly string[], type?: string): boolean {
  const isOfType =
    type === undefined || isDeepStrictEqual(one.entries.get('Type'), { kind: 'name', name: type })
  return isOfType && isDeepStrictEqual([...one.entries.keys()].toSorted(), keys.toSorted())
}

function numberOf(value: PdfValue): number | null {
  return isReference(value) ? value.number : null
}
