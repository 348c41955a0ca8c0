import { X509Certificate, verify } from 'node:crypto'
import { P12Signer } from '@libpdf/core'
import type { Signer } from '@libpdf/core'
import * as asn1 from 'asn1js'
import { Certificate } from 'pkijs'
import { isTooShort, nameIn, SHORTEST_RSA } from './signatures.ts'

/** The approver's own key, as certificate authorities and offices hand it out: a PKCS#12 file. */
export type SigningKey = { readonly pkcs12: Uint8Array; readonly passphrase: string }

type Opened =
  | { readonly ok: true; readonly signer: Signer; readonly holder: string; readonly issuer: string }
  /** A sentence: what is wrong with the key, and what to do. */
  | { readonly ok: false; readonly message: string }

const NO_KEY_FILE =
  'This is not a file with a key and a certificate (.p12 or .pfx), or it is damaged. Nothing was signed.'
const NO_PRIVATE_KEY =
  'There is a certificate in this file and no key to sign with. Nothing was signed; export the certificate together with its key.'
const NO_CERTIFICATE =
  'There is a key in this file and no certificate that belongs to it. Nothing was signed; export both into one file.'
const UNKNOWN_KIND =
  'Keys of this kind cannot sign here; RSA and EC keys (P-256, P-384, P-521) can. Nothing was signed.'
const WRONG_PASSPHRASE = 'The passphrase is wrong, or the file with the key is damaged. Nothing was signed.'
const UNREADABLE =
  'The file with the key is protected in a way that Stet cannot open. Nothing was signed; export it again with AES.'

/** Opens a key for a signature at that time; what may not or cannot sign is refused in words. */
export async function openSigningKey(key: SigningKey, at: number): Promise<Opened> {
  const signer = await readKey(key)
  if (typeof signer === 'string') return { ok: false, message: signer }
  const matching = await withOwnCertificate(signer)
  if (matching === null) return { ok: false, message: NO_CERTIFICATE }
  const fault = certificateFault(matching.certificate, at)
  if (fault !== null) return { ok: false, message: fault }
  const { subject, issuer } = new X509Certificate(matching.certificate)
  return { ok: true, signer: matching, holder: nameIn(subject), issuer: nameIn(issuer) }
}

/** The signer, or why there is none. */
async function readKey({ pkcs12, passphrase }: SigningKey): Promise<Signer | string> {
  // Files of this kind are a DER sequence; what is none gets another sentence than a wrong passphrase.
  if (pkcs12[0] !== 0x30 || asn1.fromBER(new Uint8Array(pkcs12)).offset === -1) return NO_KEY_FILE
  try {
    return await P12Signer.create(pkcs12, passphrase)
  } catch (error) {
    return whyUnreadable(error instanceof Error ? error.message : '')
  }
}

/** The library tells why in English sentences alone; what it does not tell for certain is most often the passphrase. */
function whyUnreadable(said: string): string {
  if (/no private key/i.test(said)) return NO_PRIVATE_KEY
  if (/no certificates/i.test(said)) return NO_CERTIFICATE
  if (/unsupported key algorithm|curve/i.test(said)) return UNKNOWN_KIND
  if (/unsupported|unknown .*(algorithm|mechanism)|not supported/i.test(said)) return UNREADABLE
  if (/schema|PFX|ASN\.1/i.test(said) && !/integrity/i.test(said)) return NO_KEY_FILE
  return WRONG_PASSPHRASE
}

/**
 * Files hold the certificates of authorities as well, in any order; the one that belongs to the key is found by trying
 * the key. Null where there is none.
 */
async function withOwnCertificate(signer: Signer): Promise<Signer | null> {
  const certificates = [signer.certificate, ...(signer.certificateChain ?? [])]
  const probe = Buffer.from('Stet')
  const proof = await signer.sign(probe, 'SHA-256')
  const own = certificates.find((one) => provesItself(one, probe, proof))
  if (own === undefined) return null
  return {
    certificate: own,
    certificateChain: certificates.filter((one) => one !== own),
    keyType: signer.keyType,
    signatureAlgorithm: signer.signatureAlgorithm,
    sign: (data, algorithm) => signer.sign(data, algorithm),
  }
}

function provesItself(certificate: Uint8Array, data: Uint8Array, proof: Uint8Array): boolean {
  try {
    return verify('sha256', data, new X509Certificate(certificate).publicKey, proof)
  } catch {
    // A key of another kind than the signature proves nothing.
    return false
  }
}

const KEY_USAGE = '2.5.29.15'

/** Null for a certificate that may sign now; else why it may not. */
function certificateFault(der: Uint8Array, at: number): string | null {
  const holder = new X509Certificate(der)
  const name = nameIn(holder.subject)
  if (isTooShort(holder)) {
    return `The key of ${name} is shorter than ${SHORTEST_RSA} bits, so that its signature could be made by others. Nothing was signed.`
  }
  const until = Date.parse(holder.validTo)
  if (at > until) return `The certificate of ${name} was valid until ${day(until)}. Nothing was signed.`
  const from = Date.parse(holder.validFrom)
  if (at < from) return `The certificate of ${name} is valid from ${day(from)} only. Nothing was signed.`
  if (!maySign(der))
    return `The certificate of ${name} is not made for signing documents. Nothing was signed.`
  return null
}

function day(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** digitalSignature or nonRepudiation (RFC 5280, 4.2.1.3); a certificate that restricts nothing may. */
function maySign(der: Uint8Array): boolean {
  const certificate = Certificate.fromBER(new Uint8Array(der))
  const usage: unknown = certificate.extensions?.find((one) => one.extnID === KEY_USAGE)?.parsedValue
  if (!(usage instanceof asn1.BitString)) return true
  const [first = 0] = usage.valueBlock.valueHexView
  return (first & 0b1100_0000) !== 0
}
