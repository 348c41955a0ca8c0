import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsSignaturesAlone } from '../../../../../src/main/pdf/additions.ts'
import { holdsDigest } from '../../../../../src/main/pdf/digest.ts'
import { checkSignatures } from '../../../../../src/main/pdf/signatures.ts'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { verifyPdf } from '../../../../../src/main/export/pdf/verify.ts'
import { openPdf } from '../../../../../src/main/pdf/file.ts'
import { signPdf } from '../../../../../src/main/pdf/sign.ts'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { sha256 } from '../../../../../src/main/core/hash.ts'
import { plainPdf } from '../../../../support/plain-pdf.ts'
import { makeSigningKey } from '../../../../support/signing-key.ts'
import { marked, NOW, request, review } from './builders.ts'

const CHANGED = 'its bytes are not those that were written when it was made'

async function exported(textHash = sha256(canonicalText(marked()))): Promise<Uint8Array> {
  const doc = marked()
  const outcome = await exportPdf('clean', request(doc, { state: review(doc, { textHash }) }))
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

test('a file that nobody touched is as it was, unsigned and signed', async () => {
  const bytes = await exported()
  expect(await verifyPdf(bytes)).toMatchObject({ faults: [], signatures: [] })
  const once = await signed(bytes, 'Ines Calloway')
  expect(await verifyPdf(once)).toMatchObject({
    faults: [],
    signatures: [{ signer: 'Ines Calloway', isValid: true }],
  })
  const copy = once.slice()
  copy[20] = (copy[20] ?? 0) ^ 1
  expect((await verifyPdf(copy))?.faults).toEqual([
    CHANGED,
    'the signature of Ines Calloway is not valid: the file was changed after it was signed',
  ])
  const longer = Buffer.concat([once, Buffer.from('\n% more\n')])
  expect((await verifyPdf(longer))?.faults).toEqual(['something was added after the last signature'])
})

test('a text under the hash of another is found', async () => {
  expect((await verifyPdf(await exported('a'.repeat(64))))?.faults).toEqual([
    'the text in it is not the one that was hashed',
    'the hash that it prints is of another text',
  ])
})

test('one byte changed anywhere is told, of a file that nobody signed, too', async () => {
  const whole = await exported()
  expect(holdsDigest(whole)).toBe(true)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const copy = whole.slice()
      copy[at] = (copy[at] ?? 0) ^ by
      expect(holdsDigest(copy)).toBe(false)
    }),
    { numRuns: 300 },
  )
  // In the comment that begins every file, where nothing else would tell.
  const copy = whole.slice()
  copy[11] = (copy[11] ?? 0) ^ 1
  expect((await verifyPdf(copy))?.faults).toEqual([CHANGED])
})

const YEAR = 365 * 24 * 3600 * 1000
const NOTHING_ELSE = 'something else than signatures was added to it after it was made'
const signer = (name: string) => makeSigningKey({ name, from: NOW - YEAR, until: NOW + YEAR })

async function signed(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const outcome = await signPdf(bytes, await signer(name), { at: NOW, reason: 'Approved for publication.' })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.bytes
}

test('what is added to a file that nobody signed is told', async () => {
  const whole = await exported()
  const longer = Buffer.concat([whole, Buffer.from('\n')])
  expect((await verifyPdf(longer))?.faults).toEqual([NOTHING_ELSE])
  expect((await verifyPdf(await drawnOn(whole)))?.faults).toEqual([NOTHING_ELSE])
})

/** As other programs change a file: the old page stays in it, and a new one is put behind. */
async function drawnOn(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  pdf.getPage(0)?.drawText('APPROVED', { x: 100, y: 100, size: 40 })
  return pdf.save({ incremental: true })
}

test('a page that is changed between two signatures is told, though both are valid', async () => {
  const once = await signed(await exported(), 'Ines Calloway')
  const twice = await signed(await drawnOn(once), 'Mara Oyelle')
  expect(await verifyPdf(twice)).toMatchObject({
    faults: [NOTHING_ELSE],
    signatures: [
      { signer: 'Ines Calloway', isValid: true },
      { signer: 'Mara Oyelle', isValid: true },
    ],
  })
})

test('one byte changed anywhere in what two signatures added is told', async () => {
  const first = await exported()
  const whole = await signed(await signed(first, 'Ines Calloway'), 'Mara Oyelle')
  const isSound = (bytes: Uint8Array) => {
    const found = checkSignatures(bytes, first.length)
    const isCovered = found.length === 0 || found.at(-1)?.coversFile === true
    return isCovered && found.every(({ isValid }) => isValid) && holdsSignaturesAlone(bytes, first.length)
  }
  expect(isSound(whole)).toBe(true)
  fc.assert(
    fc.property(
      fc.integer({ min: first.length, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, by) => {
        const copy = whole.slice()
        copy[at] = (copy[at] ?? 0) ^ by
        expect(isSound(copy)).toBe(false)
      },
    ),
    { numRuns: 200 },
  )
  // Without this name nothing would look like a signature any more; in the room that is left over, nothing is signed.
  const source = Buffer.from(whole).toString('latin1')
  const places = [source.indexOf('/ByteRange') + 3, source.lastIndexOf('/ByteRange') + 3]
  for (const at of [...places, source.lastIndexOf('00000>')]) {
    const copy = whole.slice()
    copy[at] = (copy[at] ?? 0) ^ 1
    expect((await verifyPdf(copy))?.faults).not.toEqual([])
  }
})

test.each([
  ['the tree of its pages leads in a circle', '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999>>', '', 'q Q'],
  ['a page is missing', '<</Type/Pages/Kids[99 0 R]/Count 1>>', '', 'q Q'],
  ['a page never ends', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '', '['.repeat(100_000)],
])('a file that pretends to be ours is told in words where %s', async (_, pages, filter, content) => {
  const faults = (await verifyPdf(pretended(pages, filter, Buffer.from(content))))?.faults ?? []
  expect(faults).toContain(CHANGED)
  expect(faults.length).toBeGreaterThan(1)
})

test('a file that would fill the memory when it is unpacked is not opened', async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(600 * 1024 * 1024)))
  const filter = '/Filter[/FlateDecode/FlateDecode]'
  const pages = '<</Type/Pages/Kids[3 0 R]/Count 1>>'
  expect(await verifyPdf(pretended(pages, filter, bomb))).toBeNull()
}, 30_000)

/** A file by hand with data as ours have it, and one page. */
function pretended(pages: string, filter: string, content: Uint8Array): Uint8Array {
  const about = { headline: '', slug: '', version: 'v1', variant: 'clean', verdict: { approved: true } }
  const report = { hash: 'aaaa', ...about }
  const data = JSON.stringify({ format: 'stet-pdf-1', textHash: 'a'.repeat(64), text: 'x', report })
  const stream = (bytes: Uint8Array, entries: string) =>
    `<</Length ${bytes.length}${entries}>>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(review.json) 4 0 R]>>>>>>',
    pages,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents 6 0 R>>',
    '<</Type/Filespec/F(review.json)/UF(review.json)/EF<</F 5 0 R>>>>',
    stream(Buffer.from(data), '/Type/EmbeddedFile'),
    stream(content, filter),
  ]
  let source = '%PDF-1.7\n'
  const rows = objects.map((object, index) => {
    const row = `${String(source.length).padStart(10, '0')} 00000 n \n`
    source += `${index + 1} 0 obj\n${object}\nendobj\n`
    return row
  })
  const table = `xref\n0 7\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 7/Root 1 0 R>>\n`
  return Buffer.from(`${source}${table}startxref\n${source.length}\n%%EOF\n`, 'latin1')
}

test('any other PDF, and what is none, is not ours', async () => {
  expect(await verifyPdf(await plainPdf())).toBeNull()
  expect(await verifyPdf(openPdf(await plainPdf()).write())).toBeNull()
  expect(await verifyPdf(Buffer.from('%PDF-1.7 nothing'))).toBeNull()
})
