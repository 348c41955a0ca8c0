import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPdf } from '../../../../src/main/pdf/file.ts'
import { signPdf } from '../../../../src/main/pdf/sign.ts'
import type { SigningKey } from '../../../../src/main/pdf/signing-key.ts'
import { checkSignatures } from '../../../../src/main/pdf/signatures.ts'
import { othersAgree } from '../../../support/pdf-checks/signed.ts'
import { nothing } from '../../../support/pdf-checks/told.ts'
import { plainPdf } from '../../../support/plain-pdf.ts'
import { makeSigningKey } from '../../../support/signing-key.ts'

const YEAR = 365 * 24 * 3600 * 1000
const NOW = Date.UTC(2026, 10, 22, 9, 30)
const VALID = { from: NOW - YEAR, until: NOW + YEAR }
const FACTS = { at: NOW, reason: 'Approved for publication.' }

let packed: Uint8Array
let ines: SigningKey
let mara: SigningKey
const folder = mkdtempSync(join(tmpdir(), 'stet-sign-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  packed = openPdf(await plainPdf()).write()
  ines = await makeSigningKey({ name: 'Ines Calloway', ...VALID })
  mara = await makeSigningKey({ name: 'Mara Oyelle', ...VALID })
})

async function signed(bytes: Uint8Array, key: SigningKey, at = NOW): Promise<Uint8Array> {
  const outcome = await signPdf(bytes, key, { ...FACTS, at })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.bytes
}

test('two approvers sign one file, each with their own key, and both signatures hold', async () => {
  const once = await signed(packed, ines)
  expect(checkSignatures(once)).toMatchObject([
    { signer: 'Ines Calloway', at: NOW, isValid: true, fault: null, coversFile: true },
  ])
  const twice = await signed(once, mara, NOW + 60_000)
  expect(Buffer.compare(twice.subarray(0, once.length), once)).toBe(0)
  expect(checkSignatures(twice)).toMatchObject([
    { signer: 'Ines Calloway', isValid: true, coversFile: false },
    { signer: 'Mara Oyelle', at: NOW + 60_000, isValid: true, coversFile: true },
  ])
})

test('the same key at the same time gives the same bytes', async () => {
  expect(Buffer.compare(await signed(packed, ines), await signed(packed, ines))).toBe(0)
})

test('a file without signatures has none', () => {
  expect(checkSignatures(packed)).toEqual([])
})

test('one byte changed anywhere is told, and no other signature is added to such a file', async () => {
  const whole = await signed(packed, ines)
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const copy = whole.slice()
      copy[at] = (copy[at] ?? 0) ^ by
      const found = checkSignatures(copy)
      expect(found.some((one) => one.isValid && one.coversFile)).toBe(false)
    }),
    { numRuns: 200 },
  )
  const copy = whole.slice()
  copy[100] = (copy[100] ?? 0) ^ 1
  expect(checkSignatures(copy)).toMatchObject([
    { isValid: false, fault: 'the file was changed after it was signed' },
  ])
  expect(await signPdf(copy, mara, FACTS)).toEqual({
    ok: false,
    message: 'A signature that is in the file already is not valid, so no other was added.',
  })
})

test('what was added behind the last signature is told', async () => {
  const whole = await signed(packed, ines)
  const longer = Buffer.concat([whole, Buffer.from('\n% more')])
  expect(checkSignatures(longer)).toMatchObject([{ isValid: true, coversFile: false }])
})

test.each([
  ['a wrong passphrase', (key: SigningKey) => ({ ...key, passphrase: 'wrong' }), /The passphrase is wrong/],
  ['a file that is no key', () => ({ pkcs12: Buffer.from('no'), passphrase: '' }), /not a file with a key/],
  [
    'half of a key',
    (key: SigningKey) => ({ ...key, pkcs12: key.pkcs12.slice(0, 200) }),
    /not a file with a key/,
  ],
])('%s signs nothing', async (_, change, message) => {
  expect(await signPdf(packed, change(ines), FACTS)).toMatchObject({
    ok: false,
    message: expect.stringMatching(message),
  })
})

test.each([
  ['expired', { from: NOW - 2 * YEAR, until: NOW - YEAR }, /valid until 22 November 2025/],
  ['not valid yet', { from: NOW + YEAR, until: NOW + 2 * YEAR }, /valid from 22 November 2027 only/],
  ['made for encryption alone', { ...VALID, usage: 0x20 }, /not made for signing/],
  ['without its key', { ...VALID, without: 'key' }, /no key to sign with/],
  ['missing beside the key', { ...VALID, without: 'certificate' }, /no certificate that belongs to it/],
  ['that of another key', { ...VALID, without: 'match' }, /no certificate that belongs to it/],
] as const)('a certificate that is %s signs nothing', async (_, facts, message) => {
  const key = await makeSigningKey({ name: 'Ines Calloway', ...facts })
  expect(await signPdf(packed, key, FACTS)).toMatchObject({
    ok: false,
    message: expect.stringMatching(message),
  })
})

test('poppler and openssl agree', async () => {
  const told = nothing()
  othersAgree(await signed(await signed(packed, ines), mara), folder, told)
  for (const words of told.skipped) console.log(`${words}: nothing is asked of it.`)
  expect(told.faults).toEqual([])
})
