import * as fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { NotPdf } from '../../../../../src/main/pdf/parse.ts'
import { countRemarks, textsBeside } from '../../../../../src/main/pdf/read/beside.ts'
import { openFinished } from '../../../../../src/main/pdf/read/finished-file.ts'
import { createPageReader } from '../../../../../src/main/pdf/read/page-text.ts'
import { pagesOf } from '../../../../../src/main/pdf/read/pages.ts'
import { coded, tinyPdf } from '../../../../support/tiny-pdf.ts'

const CONTENT = `/Span <</ActualText (Boats)>> BDC BT /F 10 Tf 1 0 0 1 0 0 Tm ${coded('Boats')} Tj ET EMC`

/** All that is read of a file. */
function readAll(bytes: Uint8Array) {
  const file = openFinished(bytes)
  const pages = pagesOf(file)
  return {
    words: pages.map(createPageReader(file)).map(({ drawn }) => drawn.body.trim()),
    beside: textsBeside(file),
    remarks: countRemarks(file, pages),
  }
}

test('texts beside the pages are found wherever they stand, packed or not', () => {
  const packed = deflateSync('{"by":"Mara Oyelle"}')
  const head = `<</Type /EmbeddedFile/Filter /FlateDecode/Length ${packed.length}>>`
  const objects = [
    '<</Type/Annot/Subtype/Text/Contents (A \\(note\\))/T <FEFF00C9>>>',
    `${head}\nstream\n${packed.toString('latin1')}\nendstream`,
    '<</Alt [(drawn)]>>',
  ]
  const { beside } = readAll(tinyPdf({ content: CONTENT, objects }))
  expect(beside).toEqual(expect.arrayContaining(['A (note)', 'É', '{"by":"Mara Oyelle"}', 'drawn']))
})

describe('refused is', () => {
  const whole = Buffer.from(tinyPdf({ content: CONTENT })).toString('latin1')
  const changed = (from: string | RegExp, to: string) => () =>
    readAll(Buffer.from(whole.replace(from, to), 'latin1'))

  test.each([
    ['what does not begin as a PDF', '%PDF-1.7', '%PDF-1.4'],
    ['a table that is not where the file says', /startxref\n\d+/, 'startxref\n9'],
    ['a table that leads to another one', '/Size', '/Prev 9/Size'],
    ['a stream that is longer than it says', /\/Length \d+(?=>>\nstream\n\/Span)/, '/Length 3'],
    ['a stream that is packed otherwise', '/FlateDecode', '/LZWDecodes'],
    ['an object that is another one', '4 0 obj', '9 0 obj'],
  ])('%s', (_, from, to) => {
    expect(changed(from, to)).toThrow(NotPdf)
  })

  test('anything behind the end, as a later change would be', () => {
    expect(() => readAll(Buffer.from(`${whole}9 0 obj\nnull\nendobj\n`, 'latin1'))).toThrow('does not end')
  })

  test('references in a circle', () => {
    const objects = ['9 0 R', '8 0 R']
    const resources = '/XObject 8 0 R'
    expect(() => readAll(tinyPdf({ content: '/X Do', resources, objects }))).toThrow('circle')
  })
})

test('whatever the bytes are, they are read or refused in words', () => {
  const whole = tinyPdf({ content: CONTENT, objects: ['<</Type/Annot/Contents (A note)>>'] })
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }) })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(20), (changes, cut) => {
      const bytes = whole.slice(0, whole.length - cut)
      for (const { at, byte } of changes) bytes[at] = byte
      try {
        readAll(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(NotPdf)
      }
    }),
    { numRuns: 2000 },
  )
})
