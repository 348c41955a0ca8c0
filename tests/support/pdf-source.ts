import { inflateSync } from 'node:zlib'

/** The objects of a PDF file as text, those in its object streams too. Every character is one byte. */
export function pdfSource(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1')
  const packed = [...source.matchAll(/\/Type\/ObjStm[^]*?\/Length (\d+)[^]*?>>\nstream\n/g)].map((found) => {
    const start = found.index + found[0].length
    return inflateSync(bytes.subarray(start, start + Number(found[1]))).toString('latin1')
  })
  return [source, ...packed].join('\n')
}
