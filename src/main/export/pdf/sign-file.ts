import type {
  CheckPdfRequest,
  SignedPdf,
  SignPdfRequest,
  WorkOutcome,
} from '../../../shared/model/interchange.ts'
import type { CheckedPdf } from '../../../shared/model/checked-pdf.ts'
import { signPdf } from '../../pdf/sign.ts'
import { openSigningKey } from '../../pdf/signing-key.ts'
import { verifyPdf } from './verify.ts'

const NOT_OURS =
  'This PDF was not made by Stet, or what Stet put into it is gone: there is no text in it to hold it against.'

/** Holds a PDF of ours against itself. */
export async function checkPdf({ bytes }: CheckPdfRequest): Promise<WorkOutcome<CheckedPdf>> {
  const checked = await verifyPdf(bytes)
  return checked ? { ok: true, value: checked } : refused(NOT_OURS)
}

/**
 * Adds an approver's signature to a PDF of ours, which may be signed already, and reads it back. What is not ours, was
 * changed since it was made, or cannot be signed with this key gives a refusal and no file.
 */
export async function signFile(request: SignPdfRequest): Promise<WorkOutcome<SignedPdf>> {
  const { name, bytes, pkcs12, passphrase, now } = request
  // The key first: a mistyped passphrase is told at once, whatever the size of the file.
  const opened = await openSigningKey({ pkcs12, passphrase }, now)
  if (!opened.ok) return refused(opened.message)
  const before = await verifyPdf(bytes)
  if (!before) return refused(`${NOT_OURS} Nothing was signed.`)
  if (before.faults.length > 0) {
    return refused(`This PDF is not as it was made: ${before.faults.join('; ')}. Nothing was signed.`)
  }
  const reason = before.about.approved
    ? 'Approved for publication.'
    : 'Signed as a record. The text is not approved.'
  const signed = await signPdf(bytes, { pkcs12, passphrase }, { at: now, reason })
  if (!signed.ok) return refused(signed.message)
  const after = await verifyPdf(signed.bytes)
  const count = before.signatures.length + 1
  if (!after || after.faults.length > 0 || after.signatures.length !== count) {
    const why = after?.faults.join('; ') ?? 'it could not be read back'
    return refused(
      `The PDF was signed and checked, and ${why}. It was thrown away; the one before is unchanged.`,
    )
  }
  const { signer, issuer } = signed
  const all = count === 1 ? 'the signature is valid' : `all ${count} signatures are valid`
  return {
    ok: true,
    value: {
      name: signedName(name),
      bytes: signed.bytes,
      signer,
      issuer,
      checked: `Signed with the certificate of ${signer}, read back and checked: ${all}, same text.`,
    },
  }
}

/** "ring-v7-packet.pdf" becomes "ring-v7-packet-signed.pdf", and stays that with the next signature. */
function signedName(name: string): string {
  return `${name.replace(/\.pdf$/i, '').replace(/-signed$/, '')}-signed.pdf`
}

function refused(message: string): WorkOutcome<never> {
  return { ok: false, error: { code: 'refused', message } }
}
