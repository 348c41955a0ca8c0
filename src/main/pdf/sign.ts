import { PDF } from '@libpdf/core'
import { checkSignatures } from './signatures.ts'
import { openSigningKey } from './signing-key.ts'
import type { SigningKey } from './signing-key.ts'

export type SigningFacts = {
  /** Milliseconds since 1970. */
  readonly at: number
  /** "Approved for publication." */
  readonly reason: string
}

export type SigningOutcome =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly signer: string; readonly issuer: string }
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
  const opened = await openSigningKey(key, facts.at)
  if (!opened.ok) return opened
  const earlier = checkSignatures(bytes)
  if (earlier.some((one) => !one.isValid)) {
    return refused('A signature that is in the file already is not valid, so no other was added.')
  }
  const pdf = await PDF.load(bytes)
  const signed = await pdf.sign({
    signer: opened.signer,
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
  return { ok: true, bytes: signed.bytes, signer: last.signer, issuer: last.issuer }
}

function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message }
}
