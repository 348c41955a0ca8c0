import { existsSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { RefusedError } from '../../../../src/main/cli/headless-editor.ts'
import { runSign } from '../../../../src/main/cli/sign.ts'
import { runVerifyFile } from '../../../../src/main/cli/verify-file.ts'
import { sha256 } from '../../../../src/main/core/hash.ts'
import { exportPdf } from '../../../../src/main/export/pdf/index.ts'
import { canonicalText } from '../../../../src/shared/document/canonical.ts'
import { temporaryFolder } from '../../../support/library.ts'
import { makeSigningKey } from '../../../support/signing-key.ts'
import { marked, request, review } from '../export/pdf/builders.ts'

const YEAR = 365 * 24 * 3600 * 1000
let pdf: Uint8Array
let folder: ReturnType<typeof temporaryFolder>
let out: string[]
let words: string[]

beforeAll(async () => {
  const doc = marked()
  const made = await exportPdf(
    'clean',
    request(doc, { state: review(doc, { textHash: sha256(canonicalText(doc)) }) }),
  )
  if (!made.ok) throw new Error(made.error.message)
  pdf = made.value.bytes
}, 60_000)

const at = (name: string) => join(folder.path, name)

async function key(name: string): Promise<string> {
  const now = Date.now()
  const { pkcs12 } = await makeSigningKey({ name, from: now - YEAR, until: now + YEAR }, 'correct horse')
  await writeFile(at(`${name}.p12`), pkcs12)
  return at(`${name}.p12`)
}

beforeEach(async () => {
  folder = temporaryFolder()
  await writeFile(at('ring.pdf'), pdf)
  out = []
  words = []
  vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void words.push(String(line)))
})
afterEach(() => {
  vi.restoreAllMocks()
  folder.remove()
})

const typed = (passphrase: string) => ({ env: {}, input: Readable.from([`${passphrase}\n`]) })
const inEnvironment = { env: { STET_PASSPHRASE: 'correct horse' }, input: Readable.from([]) }

test('signed twice, by the passphrase from stdin and from the environment, it verifies with both names', async () => {
  expect(await runSign(at('ring.pdf'), { p12: await key('Ines Calloway') }, typed('correct horse'))).toBe(0)
  const signed = at('ring-signed.pdf')
  expect(JSON.parse(out.at(-1) ?? '')).toEqual({
    file: signed,
    signer: 'Ines Calloway',
    issuer: 'Ines Calloway',
  })
  expect(await readFile(at('ring.pdf'))).toEqual(Buffer.from(pdf))
  expect(await runSign(signed, { p12: await key('Mara Oyelle') }, inEnvironment)).toBe(0)
  expect(await runVerifyFile(signed)).toBe(0)
  expect(words.at(-1)).toContain('Signed by Ines Calloway, Mara Oyelle')
  const bytes = await readFile(signed)
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await writeFile(at('changed.pdf'), bytes)
  expect(await runVerifyFile(at('changed.pdf'))).toBe(1)
  expect(words.at(-1)).toContain('the file was changed after it was signed')
}, 60_000)

test('a refusal writes nothing and says why', async () => {
  const p12 = await key('Ines Calloway')
  const before = readdirSync(folder.path)
  const refusals = [
    [() => runSign(at('ring.pdf'), { p12 }, typed('wrong')), /The passphrase is wrong/],
    [
      () => runSign(at('ring.pdf'), { p12 }, { env: {}, input: Readable.from([]) }),
      /The passphrase is wrong/,
    ],
    [() => runSign(at('ring.pdf'), { p12: at('none.p12') }, typed('')), /There is no such file/],
    [() => runSign(p12, { p12 }, typed('correct horse')), /was not made by Stet/],
  ] as const
  for (const [sign, message] of refusals) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await expect(sign()).rejects.toThrow(message)
  }
  expect(readdirSync(folder.path)).toEqual(before)
}, 60_000)

test('a file that is there already is left as it is, unless it is named', async () => {
  await writeFile(at('ring-signed.pdf'), 'a file of somebody')
  const p12 = await key('Ines Calloway')
  await expect(runSign(at('ring.pdf'), { p12 }, typed('correct horse'))).rejects.toThrow(RefusedError)
  expect(await readFile(at('ring-signed.pdf'), 'utf8')).toBe('a file of somebody')
  expect(await runSign(at('ring.pdf'), { p12, out: at('other.pdf') }, typed('correct horse'))).toBe(0)
  expect(existsSync(at('other.pdf'))).toBe(true)
}, 60_000)
