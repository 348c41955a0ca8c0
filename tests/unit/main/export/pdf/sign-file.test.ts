import { beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../../../../src/main/core/hash.ts'
import { exportPdf } from '../../../../../src/main/export/pdf/index.ts'
import { checkPdf, signFile } from '../../../../../src/main/export/pdf/sign-file.ts'
import type { SigningKey } from '../../../../../src/main/pdf/signing-key.ts'
import { canonicalText } from '../../../../../src/shared/document/canonical.ts'
import { plainPdf } from '../../../../support/plain-pdf.ts'
import { makeSigningKey } from '../../../../support/signing-key.ts'
import { marked, NOW, request, review } from './builders.ts'

const YEAR = 365 * 24 * 3600 * 1000
const VALID = { from: NOW - YEAR, until: NOW + YEAR }

let file: Uint8Array
let ines: SigningKey
let mara: SigningKey

beforeAll(async () => {
  const doc = marked()
  const state = review(doc, { textHash: sha256(canonicalText(doc)) })
  const made = await exportPdf('packet', request(doc, { state }))
  if (!made.ok) throw new Error(made.error.message)
  file = made.value.bytes
  ines = await makeSigningKey({ name: 'Ines Calloway', ...VALID })
  mara = await makeSigningKey({ name: 'Mara Oyelle', ...VALID })
}, 60_000)

const sign = (bytes: Uint8Array, key: SigningKey, name = 'ring-v7-packet.pdf') =>
  signFile({ name, bytes, ...key, now: NOW })

test('two approvers sign one packet, one after the other, and it says what it is', async () => {
  const once = await sign(file, ines)
  if (!once.ok) throw new Error(once.error.message)
  expect(once.value).toMatchObject({
    name: 'ring-v7-packet-signed.pdf',
    signer: 'Ines Calloway',
    checked: expect.stringContaining('the signature is valid'),
  })
  const twice = await sign(once.value.bytes, mara, once.value.name)
  if (!twice.ok) throw new Error(twice.error.message)
  expect(twice.value.name).toBe('ring-v7-packet-signed.pdf')
  expect(Buffer.compare(twice.value.bytes.subarray(0, once.value.bytes.length), once.value.bytes)).toBe(0)
  expect(await checkPdf({ bytes: twice.value.bytes })).toMatchObject({
    ok: true,
    value: {
      about: { variant: 'packet', version: expect.stringMatching(/^v/) },
      faults: [],
      signatures: [
        { signer: 'Ines Calloway', isValid: true, coversFile: false },
        { signer: 'Mara Oyelle', isValid: true, coversFile: true },
      ],
    },
  })
  // The reason in the signature is what the packet says.
  const reasons = Buffer.from(twice.value.bytes)
    .toString('latin1')
    .match(/\/Reason\s*\(([^)]*)\)/g)
  expect(reasons).toEqual([expect.stringContaining('not approved'), expect.stringContaining('not approved')])
})

test('one byte changed after signing is told, and takes no other signature', async () => {
  const once = await sign(file, ines)
  if (!once.ok) throw new Error(once.error.message)
  const copy = once.value.bytes.slice()
  copy[20] = (copy[20] ?? 0) ^ 1
  expect(await checkPdf({ bytes: copy })).toMatchObject({
    ok: true,
    value: { faults: expect.arrayContaining([expect.stringContaining('changed after it was signed')]) },
  })
  expect(await sign(copy, mara)).toMatchObject({
    ok: false,
    error: { code: 'refused', message: expect.stringMatching(/not as it was made.*Nothing was signed/) },
  })
})

test('a PDF that Stet did not make is neither checked nor signed', async () => {
  const other = await plainPdf()
  const refused = { ok: false, error: { message: expect.stringContaining('was not made by Stet') } }
  expect(await checkPdf({ bytes: other })).toMatchObject(refused)
  expect(await sign(other, ines)).toMatchObject(refused)
})

test('a wrong passphrase gives no file', async () => {
  expect(await sign(file, { ...ines, passphrase: 'wrong' })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('The passphrase is wrong') },
  })
})
