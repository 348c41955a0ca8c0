import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signFile } from '../../../src/main/export/pdf/sign-file.ts'
import { checkSignatures } from '../../../src/main/pdf/signatures.ts'
import type { SigningKey } from '../../../src/main/pdf/signing-key.ts'
import { makeSigningKey } from '../signing-key.ts'
import { ask } from './told.ts'
import type { Files, Told } from './told.ts'

const YEAR = 365 * 24 * 3600 * 1000

/** 10. Two approvers sign; other programs agree; one byte changed is told; a wrong passphrase signs nothing. */
export async function canBeSigned({ packet, request, folder }: Files, told: Told): Promise<void> {
  const { now } = request
  const valid = { from: now - YEAR, until: now + YEAR }
  const [ines, mara] = [
    await makeSigningKey({ name: 'Ines Calloway', ...valid }),
    await makeSigningKey({ name: 'Mara Oyelle', ...valid }),
  ]
  const sign = (bytes: Uint8Array, key: SigningKey) => signFile({ name: 'packet.pdf', bytes, ...key, now })
  const refused = await sign(packet.bytes, { ...ines, passphrase: 'wrong' })
  if (refused.ok) told.faults.push('A wrong passphrase signs the packet.')
  const once = await sign(packet.bytes, ines)
  const twice = once.ok ? await sign(once.value.bytes, mara) : once
  if (!twice.ok) {
    told.faults.push(`The packet cannot be signed: ${twice.error.message}`)
    return
  }
  const { bytes } = twice.value
  const path = join(folder, 'signed.pdf')
  writeFileSync(path, bytes)
  othersAgree(bytes, folder, told)
  const changed = bytes.slice()
  changed[1000] = (changed[1000] ?? 0) ^ 1
  if (checkSignatures(changed).some(({ isValid }) => isValid))
    told.faults.push('One byte changed is not told.')
  writeFileSync(path, changed)
  const said = ask(told, 'pdfsig', '-nocert', path)
  if (said !== null && !said.includes('Digest Mismatch'))
    told.faults.push('pdfsig does not tell one byte changed.')
}

/** What pdfsig and openssl say of a file with two signatures. */
export function othersAgree(bytes: Uint8Array, folder: string, told: Told): void {
  const path = join(folder, 'signed.pdf')
  writeFileSync(path, bytes)
  const said = ask(told, 'pdfsig', '-nocert', path)
  const count = (words: RegExp): number => said?.match(words)?.length ?? 0
  if (said !== null) {
    if (count(/Signature is Valid\./g) !== 2) told.faults.push('pdfsig does not find two signatures valid.')
    if (count(/ETSI\.CAdES\.detached/g) !== 2)
      told.faults.push('pdfsig does not find two signatures of PAdES.')
    if (count(/Total document signed/g) !== 1)
      told.faults.push('pdfsig does not find the whole file signed once.')
  }
  if (ask(told, 'openssl', 'version') === null) return
  const checked = opensslSays(bytes, folder)
  if (!checked.includes('successful')) told.faults.push(`openssl does not agree: ${checked.trim()}`)
}

/** The last signature, taken out of the file and checked as RFC 5126 asks for it. */
function opensslSays(bytes: Uint8Array, folder: string): string {
  const source = Buffer.from(bytes).toString('latin1')
  const range = [...source.matchAll(/\/ByteRange\s*\[\s*0+\s+(\d+)\s+(\d+)\s+(\d+)/g)].at(-1)
  const [before, after, rest] = [Number(range?.[1]), Number(range?.[2]), Number(range?.[3])]
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('sig.der'), Buffer.from(source.slice(before + 1, after - 1), 'hex'))
  const content = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, after + rest)])
  writeFileSync(at('content'), content)
  const run = (...args: readonly string[]): string => {
    const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' })
    return stdout + stderr
  }
  const listed = run('pkcs7', '-inform', 'DER', '-in', at('sig.der'), '-print_certs')
  writeFileSync(at('ca.pem'), /-----BEGIN CERT[^]*?END CERTIFICATE-----/.exec(listed)?.[0] ?? '')
  const how = ['-cades', '-CAfile', at('ca.pem'), '-purpose', 'any', '-binary', '-inform', 'DER']
  return run('cms', '-verify', ...how, '-in', at('sig.der'), '-content', at('content'), '-out', at('out'))
}
