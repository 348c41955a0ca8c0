import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsDigest } from '../../../../../src/main/pdf/digest.ts'
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
  const year = 365 * 24 * 3600 * 1000
  const key = await makeSigningKey({ name: 'Ines Calloway', from: NOW - year, until: NOW + year })
  const signed = await signPdf(bytes, key, { at: NOW, reason: 'Approved for publication.' })
  if (!signed.ok) throw new Error(signed.message)
  expect(await verifyPdf(signed.bytes)).toMatchObject({
    faults: [],
    signatures: [{ signer: 'Ines Calloway', isValid: true }],
  })
  const copy = signed.bytes.slice()
  copy[20] = (copy[20] ?? 0) ^ 1
  expect((await verifyPdf(copy))?.faults).toEqual([
    CHANGED,
    'the signature of Ines Calloway is not valid: the file was changed after it was signed',
  ])
  const longer = Buffer.concat([signed.bytes, Buffer.from('\n% more\n')])
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

test('any other PDF, and what is none, is not ours', async () => {
  expect(await verifyPdf(await plainPdf())).toBeNull()
  expect(await verifyPdf(openPdf(await plainPdf()).write())).toBeNull()
  expect(await verifyPdf(Buffer.from('%PDF-1.7 nothing'))).toBeNull()
})
