import { X509Certificate, constants, createHash, verify } from 'node:crypto'
import * as asn1 from 'asn1js'
import { ContentInfo, SignedData } from 'pkijs'
import type { Certificate } from 'pkijs'
import { NotPdf, parseDictionary } from './parse.ts'
import type { PdfDictionary } from './objects.ts'
import { certificatesOf, isInItsForm } from './signature-form.ts'

/** One signature of a file, held against its bytes. Whether anybody trusts the certificate is not asked here. */
export type CheckedSignature = {
  /** Common name of the certificate's holder, or all that it says of them. */
  readonly signer: string
  readonly issuer: string
  /** Milliseconds since 1970, as the signer's clock told; null when nothing is told. */
  readonly at: number | null
  /** The bytes are those that were signed, and the signature is the certificate's. */
  readonly isValid: boolean
  /** Half a sentence when it is not valid. */
  readonly fault: string | null
  /** Nothing was added behind it; what a later signature adds counts. */
  readonly coversFile: boolean
}

/** More than anybody gathers; each is read by itself, and a file made to be slow must not be. */
const MOST = 100

/** Reads every signature of a file, in the order in which they were made. `from`: none stands before. */
export function checkSignatures(bytes: Uint8Array, from = 0): readonly CheckedSignature[] {
  const source = Buffer.from(bytes).toString('latin1')
  return signatureDictionaries(source, from).map((one) => checkOne(bytes, one))
}

type Found = { readonly dictionary: PdfDictionary; readonly ranges: readonly number[] }

function signatureDictionaries(source: string, from: number): readonly Found[] {
  const found: Found[] = []
  const places = source.slice(from).matchAll(/\/ByteRange\s{0,9}\[/g)
  for (const place of places.take(MOST)) {
    const index = from + place.index
    // The dictionary begins at the last object before it; a signature is never in an object stream.
    const start = source.lastIndexOf(' obj', index)
    const dictionary = tryDictionary(source, start + 4)
    const range = dictionary?.entries.get('ByteRange')
    if (!dictionary || !Array.isArray(range)) continue
    found.push({ dictionary, ranges: range.map(Number) })
  }
  return found.toSorted((one, other) => end(one.ranges) - end(other.ranges))
}

function tryDictionary(source: string, at: number): PdfDictionary | null {
  try {
    return parseDictionary(source, at)
  } catch (error) {
    if (error instanceof NotPdf) return null
    throw error
  }
}

function end(ranges: readonly number[]): number {
  return (ranges[2] ?? 0) + (ranges[3] ?? 0)
}

function checkOne(bytes: Uint8Array, { dictionary, ranges }: Found): CheckedSignature {
  const contents = dictionary.entries.get('Contents')
  const raw =
    typeof contents === 'object' &&
    contents !== null &&
    !Array.isArray(contents) &&
    contents.kind === 'string'
      ? Buffer.from(contents.bytes, 'latin1')
      : Buffer.alloc(0)
  const signed = readSigned(raw)
  const holder = signed?.holder
  const at = signed?.at ?? null
  const fault = signed
    ? (rangeFault(bytes, ranges, raw.length) ??
      signedFault(bytes, ranges, signed) ??
      formFault(bytes, ranges, raw))
    : 'it cannot be read'
  return {
    signer: nameIn(holder?.subject ?? ''),
    issuer: nameIn(holder?.issuer ?? ''),
    at,
    isValid: fault === null,
    fault,
    coversFile: end(ranges) === bytes.length,
  }
}

/** `CN=Ines Calloway` of a certificate's lines, with no sign in it that cannot be seen. */
export function nameIn(distinguished: string): string {
  const name = /^CN=(.+)$/m.exec(distinguished)?.[1] ?? distinguished.replaceAll('\n', ', ')
  // Some signs stand behind a backslash there, and those of control as two digits (RFC 2253, 2.4).
  return name.replaceAll(/\\(?:[0-9A-F]{2}|(.))/gu, '$1').replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
}

/** Bits, as ETSI TS 119 312 asks of a signature that is to be believed for some years. */
export const SHORTEST_RSA = 2048

export function isTooShort({ publicKey }: X509Certificate): boolean {
  return (publicKey.asymmetricKeyDetails?.modulusLength ?? SHORTEST_RSA) < SHORTEST_RSA
}

type Signed = {
  readonly data: SignedData
  readonly certificate: Certificate
  /** The same, of the bytes that stand in the file. */
  readonly holder: X509Certificate
  readonly at: number | null
}

const SIGNING_TIME = '1.2.840.113549.1.9.5'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** RFC 5035: which certificate signed, so that no other with the same key can be put in its place. */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47'
const SHA_256 = '2.16.840.1.101.3.4.2.1'

function readSigned(raw: Buffer): Signed | null {
  try {
    const parsed = asn1.fromBER(new Uint8Array(raw))
    const data = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content as unknown })
    const [info] = data.signerInfos
    const certificates = (data.certificates ?? []).filter((one): one is Certificate => 'serialNumber' in one)
    const sid: unknown = info?.sid
    const serial = typeof sid === 'object' && sid !== null && 'serialNumber' in sid ? sid.serialNumber : null
    const certificate = certificates.find(
      (one) => serial instanceof asn1.Integer && one.serialNumber.isEqual(serial),
    )
    const time: unknown = attributeOf(data, SIGNING_TIME)
    const at =
      time instanceof asn1.UTCTime || time instanceof asn1.GeneralizedTime ? time.toDate().getTime() : null
    const stored = certificatesOf(raw)[data.certificates?.findIndex((one) => one === certificate) ?? -1]
    if (!certificate || !stored) return null
    return { data, certificate, holder: new X509Certificate(stored), at }
  } catch {
    // The library throws whatever it trips over; a signature that cannot be read is answered as such.
    return null
  }
}

function attributeOf(data: SignedData, type: string): unknown {
  const attributes = data.signerInfos[0]?.signedAttrs?.attributes ?? []
  return attributes.find((one) => one.type === type)?.values[0]
}

/** The two ranges must hold all of the file up to their end but the signature itself. */
function rangeFault(bytes: Uint8Array, ranges: readonly number[], length: number): string | null {
  const [start, before, after, rest] = ranges
  if (start === undefined || before === undefined || after === undefined || rest === undefined) {
    return 'it does not say what it covers'
  }
  const isRight =
    start === 0 &&
    ranges.every((one) => Number.isInteger(one) && one >= 0) &&
    after + rest <= bytes.length &&
    after - before === 2 * length + 2 &&
    bytes[before] === 0x3c &&
    bytes[after - 1] === 0x3e
  return isRight ? null : 'it does not cover the file that it stands in'
}

function signedFault(
  bytes: Uint8Array,
  ranges: readonly number[],
  { data, certificate, holder, at }: Signed,
): string | null {
  const [, before = 0, after = 0, rest = 0] = ranges
  const covered = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, after + rest)])
  const [info] = data.signerInfos
  if (!info?.signedAttrs || info.digestAlgorithm.algorithmId !== SHA_256)
    return 'it is of a kind that is not known'
  const digest: unknown = attributeOf(data, MESSAGE_DIGEST)
  const told =
    digest instanceof asn1.OctetString ? Buffer.from(digest.valueBlock.valueHexView) : Buffer.alloc(0)
  if (!told.equals(createHash('sha256').update(covered).digest()))
    return 'the file was changed after it was signed'
  if (isTooShort(holder)) return 'its key is so short that anybody could have made it'
  if (!namesCertificate(data, holder)) return 'it does not name the certificate that it was made with'
  if (
    at !== null &&
    (at < certificate.notBefore.value.getTime() || at > certificate.notAfter.value.getTime())
  ) {
    return 'the certificate was not valid when it was made'
  }
  return isMadeWith(data, holder) ? null : 'it was not made with its certificate'
}

/** What stands there beside what is signed: it proves nothing, and must be as it was written all the same. */
function formFault(bytes: Uint8Array, ranges: readonly number[], raw: Uint8Array): string | null {
  const [, before = 0, after = 0] = ranges
  const digits = Buffer.from(bytes.subarray(before + 1, after - 1)).toString('latin1')
  return isInItsForm(digits, raw) ? null : 'it is not as it was written'
}

function namesCertificate(data: SignedData, holder: X509Certificate): boolean {
  const named: unknown = attributeOf(data, SIGNING_CERTIFICATE)
  if (!(named instanceof asn1.Sequence)) return false
  const digest = createHash('sha256').update(holder.raw).digest('hex')
  return Buffer.from(named.toBER(false)).toString('hex').includes(digest)
}

const RSA_PSS = '1.2.840.113549.1.1.10'

/** RFC 5652, 5.4: what is signed is the set of attributes, the digest of the file among them. */
function isMadeWith(data: SignedData, holder: X509Certificate): boolean {
  const [info] = data.signerInfos
  if (!info?.signedAttrs) return false
  const signed = Buffer.from(info.signedAttrs.encodedValue)
  const signature = Buffer.from(info.signature.valueBlock.valueHexView)
  const isPss = info.signatureAlgorithm.algorithmId === RSA_PSS
  const key = isPss ? { key: holder.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING } : holder.publicKey
  try {
    return verify('sha256', signed, key, signature)
  } catch {
    // A kind of key that nobody has here proves nothing.
    return false
  }
}
