import type { PdfValue } from '../objects.ts'

/** The words of a text string (ISO 32000-1, 7.9.2.2); none for what is no string. */
export function textOf(value: PdfValue | undefined): string {
  const isString =
    typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === 'string'
  return isString ? decoded(value.bytes) : ''
}

/** Every character of `bytes` is one byte. What neither mark begins is taken for Latin-1. */
export function decoded(bytes: string): string {
  if (bytes.startsWith('\u00fe\u00ff')) {
    const units = Buffer.from(bytes.length % 2 === 0 ? bytes : bytes.slice(0, -1), 'latin1')
    return units.swap16().toString('utf16le', 2)
  }
  if (bytes.startsWith('\u00ef\u00bb\u00bf')) return Buffer.from(bytes, 'latin1').toString('utf8', 3)
  return bytes
}
