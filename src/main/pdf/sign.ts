import { X509Certificate } from 'node:crypto'
import { P12Signer, PDF } from '@libpdf/core'
import * as asn1 from 'asn1js'
import { Certificate } from 'pkijs'
import { checkSignatures } from './signatures.ts'

/** The approver's own key, as certificate authorities and offices hand it out: a PKCS#12 file. */
export type SigningKey = { readonly pkcs12: Uint8Array; readonly passphrase: string }

export type SigningFacts = {
  /** Milliseconds since 1970. */
  readonly at: number
  /** "Approved for publication." */
  readonly reason: string
}

export type SigningOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly signer: string }
  /** A sentence: what is wrong with the key, or with what came out. */
  | { readonly ok: false; readonly message: string }

/**
 * Adds a signature (PAdES B-B, ETSI EN 319 142-1) behind what is there, so that earlier ones stay valid. Answers a
 * file only after having checked every signature in it.
 */
export async function signPdf(
  bytes: Uint8Array,
  key: SigningKey,
  facts: SigningFacts,
): Promise<SigningOutcome> {
  const opened = await openKey(key)
  if (!opened.ok) return opened
  const { signer } = opened
  const fault = certificateFault(signer.certificate, facts.at)
  if (fault !== null) return refused(fault)
  const earlier = checkSignatures(bytes)
  if (earlier.some((one) => !one.isValid)) {
    return refused('A signature that is in the file already is not valid, so no other was added.')
  }
  const pdf = await PDF.load(bytes)
  const signed = await pdf.sign({
    signer,
    level: 'B-B',
    signingTime: new Date(facts.at),
    reason: facts.reason,
    fieldName: `Approval ${earlier.length + 1}`,
  })
  const checked = checkSignatures(signed.bytes)
  const last = checked.at(-1)
  const isSound = checked.length === earlier.length + 1 && checked.every((one) => one.isValid)
  if (!isSound || last?.coversFile !== true) {
    const why = checked.find((one) => !one.isValid)?.fault ?? 'it does not cover the file'
    return refused(`The signature was made and checked, and ${why}. Nothing was written.`)
  }
  return { ok: true, bytes: signed.bytes, signer: last.signer }
}

function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message }
}

type Opened = { readonly ok: true; readonly signer: P12Signer } | ReturnType<typeof refused>

async function openKey({ pkcs12, passphrase }: SigningKey): Promise<Opened> {
  // Files of this kind are a DER sequence; what is none gets another sentence than a wrong passphrase.
  if (pkcs12[0] !== 0x30 || asn1.fromBER(new Uint8Array(pkcs12)).offset === -1) {
    return refused('This is not a file with a key and a certificate (.p12 or .pfx). Nothing was signed.')
  }
  try {
    return { ok: true, signer: await P12Signer.create(pkcs12, passphrase) }
  } catch {
    // The library does not tell a wrong passphrase from a file without a key for certain.
    return refused(
      'The key could not be opened: the passphrase is wrong, or the file holds no key. Nothing was signed.',
    )
  }
}

const KEY_USAGE = '2.5.29.15'

/** Null for a certificate that may sign now; else why it may not. */
function certificateFault(der: Uint8Array, at: number): string | null {
  const holder = new X509Certificate(der)
  const until = Date.parse(holder.validTo)
  if (at > until) return `The certificate was valid until ${day(until)}. Nothing was signed.`
  const from = Date.parse(holder.validFrom)
  if (at < from) return `The certificate is valid from ${day(from)} only. Nothing was signed.`
  if (!maySign(der)) return 'The certificate is not made for signing documents. Nothing was signed.'
  return null
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** digitalSignature or nonRepudiation (RFC 5280, 4.2.1.3); a certificate that restricts nothing may. */
function maySign(der: Uint8Array): boolean {
  const certificate = Certificate.fromBER(new Uint8Array(der))
  const usage: unknown = certificate.extensions?.find((one) => one.extnID === KEY_USAGE)?.parsedValue
  if (!(usage instanceof asn1.BitString)) return true
  const [first = 0] = usage.valueBlock.valueHexView
  return (first & 0b1100_0000) !== 0
}
