import { webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import {
  AttributeTypeAndValue,
  AuthenticatedSafe,
  BasicConstraints,
  CertBag,
  Certificate,
  CryptoEngine,
  Extension,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
  setEngine,
} from 'pkijs'
import type { SigningKey } from '../../src/main/pdf/signing-key.ts'

export type KeyFacts = {
  readonly name: string
  readonly from: number
  readonly until: number
  /** The first byte of the key usage; `0xc0` signs, `0x20` only encrypts. */
  readonly usage?: number
  /** What the file does not hold; `match`: the certificate is that of another key. */
  readonly without?: 'key' | 'certificate' | 'match'
}

const KEY_USAGE = '2.5.29.15'
const BASIC_CONSTRAINTS = '2.5.29.19'
const COMMON_NAME = '2.5.4.3'
const KEY_BAG = '1.2.840.113549.1.12.10.1.2'
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3'
const SIGNING = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const
const SEALED = {
  contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(16) },
  hmacHashAlgorithm: 'SHA-256',
  iterationCount: 1000,
}

/** A key with a certificate of its own making, as a PKCS#12 file. */
export async function makeSigningKey(facts: KeyFacts, passphrase = 'correct horse'): Promise<SigningKey> {
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }))
  const pair = await newPair()
  const { without } = facts
  const other = without === 'match' ? await newPair() : pair
  const certificate = await certificateOf(other, facts)
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey)
  const password = new TextEncoder().encode(passphrase).buffer
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) })
  await keyBag.makeInternalValues({ password, ...SEALED })
  const certificateBag = new CertBag({ parsedValue: certificate })
  const bags = [
    ...(without === 'key' ? [] : [new SafeBag({ bagId: KEY_BAG, bagValue: keyBag })]),
    ...(without === 'certificate' ? [] : [new SafeBag({ bagId: CERTIFICATE_BAG, bagValue: certificateBag })]),
  ]
  const safe = new AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }] },
  })
  await safe.makeInternalValues({ safeContents: [{}] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await pfx.makeInternalValues({
    password,
    iterations: 1000,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return { pkcs12: new Uint8Array(pfx.toSchema().toBER(false)), passphrase }
}

function newPair(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(
    { ...SIGNING, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  )
}

async function certificateOf(
  pair: webcrypto.CryptoKeyPair,
  { name, from, until, usage = 0xc0 }: KeyFacts,
): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ value: 7 })
  for (const side of [certificate.subject, certificate.issuer]) {
    side.typesAndValues.push(
      new AttributeTypeAndValue({ type: COMMON_NAME, value: new asn1.Utf8String({ value: name }) }),
    )
  }
  certificate.notBefore.value = new Date(from)
  certificate.notAfter.value = new Date(until)
  certificate.extensions = [
    new Extension({
      extnID: BASIC_CONSTRAINTS,
      critical: true,
      extnValue: new BasicConstraints({ cA: false }).toSchema().toBER(false),
    }),
    new Extension({
      extnID: KEY_USAGE,
      critical: true,
      extnValue: new asn1.BitString({ valueHex: new Uint8Array([usage]).buffer, unusedBits: 4 }).toBER(false),
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey as CryptoKey)
  await certificate.sign(pair.privateKey as CryptoKey, 'SHA-256')
  return certificate
}
