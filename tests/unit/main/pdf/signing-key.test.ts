import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { signPdf } from '../../../../src/main/pdf/sign.ts'
import { openPdf } from '../../../../src/main/pdf/file.ts'
import { checkSignatures, nameIn } from '../../../../src/main/pdf/signatures.ts'
import { openSigningKey } from '../../../../src/main/pdf/signing-key.ts'
import { plainPdf } from '../../../support/plain-pdf.ts'

/** Keys as other programs make them: of every kind, and protected as it was done twenty years ago. */

const folder = mkdtempSync(join(tmpdir(), 'stet-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) console.log('openssl is not installed: keys of other programs are skipped.')

function openssl(...words: readonly string[]): void {
  const ran = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.stderr)
}

function made(kind: readonly string[], packing: readonly string[] = [], passphrase = 'pw'): Uint8Array {
  const subject = ['-subj', '/CN=Ines Calloway', '-days', '3650', '-nodes']
  openssl('req', '-x509', '-newkey', ...kind, '-keyout', 'key.pem', '-out', 'cert.pem', ...subject)
  const out = ['-inkey', 'key.pem', '-in', 'cert.pem', '-passout', `pass:${passphrase}`, '-out', 'key.p12']
  openssl('pkcs12', '-export', ...packing, ...out)
  return readFileSync(join(folder, 'key.p12'))
}

const RSA = ['rsa:2048']
const curve = (name: string) => ['ec', '-pkeyopt', `ec_paramgen_curve:${name}`]
const soon = () => Date.now() + 60_000

test.skipIf(!hasOpenssl).for([
  ['RSA', RSA, [], 'pw'],
  ['P-256', curve('P-256'), [], 'pw'],
  ['P-384', curve('P-384'), [], 'pw'],
  ['P-521', curve('P-521'), [], 'pw'],
  ['RSA under RC2 and 3DES', RSA, ['-legacy'], 'pw'],
  ['RSA under 3DES', RSA, ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'], 'pw'],
  ['RSA without a passphrase', RSA, [], ''],
  ['RSA under letters of other scripts', RSA, [], 'pässwörd ✓'],
] as const)('%s signs, and the signature holds', async ([, kind, packing, passphrase]) => {
  const pkcs12 = made(kind, packing, passphrase)
  const file = openPdf(await plainPdf()).write()
  const signed = await signPdf(file, { pkcs12, passphrase }, { at: soon(), reason: 'Read.' })
  if (!signed.ok) throw new Error(signed.message)
  expect(checkSignatures(signed.bytes)).toMatchObject([{ signer: 'Ines Calloway', isValid: true }])
})

test.skipIf(!hasOpenssl).for([
  ['Ed25519', ['ed25519'], [], /Keys of this kind cannot sign here/],
  ['a short RSA key', ['rsa:1024'], [], /shorter than 2048 bits.*Nothing was signed/],
  ['a curve that nobody reads', curve('secp256k1'), [], /Keys of this kind cannot sign here/],
  ['Camellia', RSA, ['-keypbe', 'camellia-256-cbc', '-certpbe', 'camellia-256-cbc'], /cannot open/],
] as const)('%s is refused in words', async ([, kind, packing, message]) => {
  const pkcs12 = made(kind, packing)
  expect(await openSigningKey({ pkcs12, passphrase: 'pw' }, soon())).toMatchObject({
    ok: false,
    message: expect.stringMatching(message),
  })
})

test.skipIf(!hasOpenssl)('the certificate of the key is found among those of authorities', async () => {
  const root = ['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Teld Root', '-days', '3650', '-nodes']
  openssl('req', '-x509', '-newkey', ...RSA, ...root)
  openssl(
    'req',
    '-newkey',
    ...RSA,
    '-keyout',
    'own.key',
    '-out',
    'own.csr',
    '-nodes',
    '-subj',
    '/CN=Mara Oyelle',
  )
  const issued = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '3650', '-out', 'own.pem']
  openssl('x509', '-req', '-in', 'own.csr', ...issued)
  const all = ['-inkey', 'own.key', '-in', 'own.pem', '-certfile', 'ca.pem', '-passout', 'pass:pw']
  openssl('pkcs12', '-export', ...all, '-out', 'chain.p12')
  const pkcs12 = readFileSync(join(folder, 'chain.p12'))
  expect(await openSigningKey({ pkcs12, passphrase: 'pw' }, soon())).toMatchObject({
    ok: true,
    holder: 'Mara Oyelle',
    issuer: 'Teld Root',
  })
})

test.each([
  ['C=TE\nCN=Calloway\\, Ines \\"IC\\" \\\\ \\<desk\\>\nO=Teld', 'Calloway, Ines "IC" \\ <desk>'],
  ['CN=Mara\\1B\u202eOyelle', 'MaraOyelle'],
  ['O=Teld\\, News\nC=TE', 'O=Teld, News, C=TE'],
])('the name in a certificate is told as it is read: %s', (distinguished, name) => {
  expect(nameIn(distinguished)).toBe(name)
})
