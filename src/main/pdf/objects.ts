/**
 * The objects of a PDF file (ISO 32000-1, 7.3), as far as a finished file has to be amended: read, changed as plain
 * values, written again. Streams are in `file.ts`.
 */

export type PdfName = { readonly kind: 'name'; readonly name: string }
/** The bytes of a string, each as one character (Latin-1). */
export type PdfString = { readonly kind: 'string'; readonly bytes: string }
export type PdfReference = { readonly kind: 'reference'; readonly number: number }
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: Map<string, PdfValue> }
export type PdfValue =
  null | boolean | number | PdfName | PdfString | PdfReference | PdfDictionary | PdfValue[]

export function name(value: string): PdfName {
  return { kind: 'name', name: value }
}

export function reference(number: number): PdfReference {
  return { kind: 'reference', number }
}

export function dictionary(entries: Readonly<Record<string, PdfValue | undefined>> = {}): PdfDictionary {
  const map = new Map<string, PdfValue>()
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) map.set(key, value)
  return { kind: 'dictionary', entries: map }
}

/** A text string (7.9.2.2): ASCII as it stands, anything else in UTF-16 with its mark. */
export function text(value: string): PdfString {
  const isPlain = /^[\u0020-\u007e]*$/.test(value)
  if (isPlain) return { kind: 'string', bytes: value }
  let bytes = '\u00fe\u00ff'
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index)
    bytes += String.fromCharCode(unit >> 8, unit & 0xff)
  }
  return { kind: 'string', bytes }
}

/** `D:20261122093000Z`, always in UTC (7.9.4). `at`: milliseconds since 1970. */
export function date(at: number): PdfString {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  return { kind: 'string', bytes: `D:${digits}Z` }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'dictionary'
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'reference'
}

/** The value as it is written into a file; every character of the result is one byte. */
export function print(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return printNumber(value)
  if (Array.isArray(value)) return `[${value.map(print).join(' ')}]`
  switch (value.kind) {
    case 'name':
      return printName(value.name)
    case 'string':
      return printString(value.bytes)
    case 'reference':
      return `${value.number} 0 R`
    case 'dictionary':
      return printDictionary(value)
  }
}

function printName(value: string): string {
  return `/${value.replaceAll(/[^A-Za-z0-9_.+*@:-]/g, (letter) => `#${hex(letter)}`)}`
}

function printDictionary({ entries }: PdfDictionary): string {
  let printed = '<<'
  for (const [key, value] of entries) printed += printName(key) + separated(print(value))
  return `${printed}>>`
}

/** A space where the next token would otherwise run into the name before it. */
function separated(printed: string): string {
  return /^[/[(<]/.test(printed) ? printed : ` ${printed}`
}

/** Six decimals are a thousandth of what any device can show; an exponent is not allowed (7.3.3). */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`No PDF number: ${value}`)
  if (Number.isInteger(value)) return String(value)
  return value
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0')
}

function printString(bytes: string): string {
  if (/^[\u0020-\u007e]*$/.test(bytes)) return `(${bytes.replaceAll(/[\\()]/g, '\\$&')})`
  return `<${bytes.replaceAll(/[^]/g, hex)}>`
}

function hex(letter: string): string {
  return letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}
