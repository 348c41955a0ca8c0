import * as asn1 from 'asn1js'

/**
 * Whether a signature stands in a file exactly as one is written there. What is signed is the file and the attributes of
 * the signature; of what is around them (versions, names of algorithms, lengths, the room that was left) one byte could
 * be another without the signature failing. So all of it is made anew from what is signed, and held against what stands
 * there. Certificates of authorities, of which several may come along, are taken as they are.
 */

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const DATA = '1.2.840.113549.1.7.1'
const SHA_256 = '2.16.840.1.101.3.4.2.1'
/** RFC 6211: by which algorithms it was signed, told where it is signed. */
const ALGORITHMS = '1.2.840.113549.1.9.52'

const [INTEGER, OCTETS, SEQUENCE, SET, FIRST] = [0x02, 0x04, 0x30, 0x31, 0xa0]

/** `contents`: what is between the brackets, in digits; `raw`: the bytes that they stand for. */
export function isInItsForm(contents: string, raw: Uint8Array): boolean {
  if (!/^[0-9A-F]*$/.test(contents)) return false
  const made = remade(raw)
  if (made === null || made.length > raw.length) return false
  const bytes = Buffer.from(raw)
  return (
    made.equals(bytes.subarray(0, made.length)) && bytes.subarray(made.length).every((byte) => byte === 0)
  )
}

/** The certificates that came along, each in the bytes that stand there. */
export function certificatesOf(raw: Uint8Array): readonly Uint8Array[] {
  const [, wrapped] = partsOf(asn1.fromBER(new Uint8Array(raw)).result)
  const [data] = partsOf(wrapped)
  return partsOf(partsOf(data)[3]).map(bytesOf)
}

function remade(raw: Uint8Array): Buffer | null {
  const [, wrapped] = partsOf(asn1.fromBER(new Uint8Array(raw)).result)
  const [, , , certificates, signers] = partsOf(partsOf(wrapped)[0])
  const [signer] = partsOf(signers)
  const [, sid, , attributes, , signature] = partsOf(signer)
  const named = certificateNamed(sid, partsOf(certificates))
  const algorithm = algorithmIn(attributes)
  if (!named || !(signature instanceof asn1.OctetString) || algorithm === null) return null
  const hash = tlv(SEQUENCE, oid(SHA_256))
  const one = tlv(INTEGER, Buffer.from([1]))
  const info = tlv(
    SEQUENCE,
    one,
    tlv(SEQUENCE, ...named),
    hash,
    tlv(FIRST, ...partsOf(attributes).map(bytesOf)),
    tlv(SEQUENCE, algorithm),
    tlv(OCTETS, signature.valueBlock.valueHexView),
  )
  const all = tlv(FIRST, ...partsOf(certificates).map(bytesOf))
  const data = tlv(SEQUENCE, one, tlv(SET, hash), tlv(SEQUENCE, oid(DATA)), all, tlv(SET, info))
  return tlv(SEQUENCE, oid(SIGNED_DATA), tlv(FIRST, data))
}

/** Issuer and serial number as the certificate itself has them that is called by this number. */
function certificateNamed(
  sid: asn1.BaseBlock | undefined,
  certificates: readonly asn1.BaseBlock[],
): readonly Uint8Array[] | null {
  const [, wanted] = partsOf(sid)
  if (!(wanted instanceof asn1.Integer)) return null
  for (const certificate of certificates) {
    const facts = partsOf(partsOf(certificate)[0])
    // The version stands before them where it is not the first.
    const [serial, , issuer] = facts[0] instanceof asn1.Integer ? facts : facts.slice(1)
    if (serial instanceof asn1.Integer && issuer && serial.isEqual(wanted))
      return [bytesOf(issuer), bytesOf(serial)]
  }
  return null
}

/** The name of the algorithm of the signature, as it is signed itself. */
function algorithmIn(attributes: asn1.BaseBlock | undefined): Uint8Array | null {
  for (const attribute of partsOf(attributes)) {
    const [type, values] = partsOf(attribute)
    if (!(type instanceof asn1.ObjectIdentifier) || type.getValue() !== ALGORITHMS) continue
    const [, signing] = partsOf(partsOf(values)[0])
    const [name] = partsOf(signing)
    return name instanceof asn1.ObjectIdentifier ? bytesOf(name) : null
  }
  return null
}

function partsOf(block: asn1.BaseBlock | undefined): readonly asn1.BaseBlock[] {
  return block instanceof asn1.Constructed ? block.valueBlock.value : []
}

function bytesOf(block: asn1.BaseBlock): Uint8Array {
  return block.valueBeforeDecodeView
}

function oid(value: string): Uint8Array {
  return new Uint8Array(new asn1.ObjectIdentifier({ value }).toBER(false))
}

/** One value of DER (X.690, 8.1): its tag, its length in as few bytes as it takes, its contents. */
function tlv(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(contents)
  const digits = body.length.toString(16)
  const long = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
  const length = body.length < 0x80 ? [body.length] : [0x80 + long.length, ...long]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
