import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sha256 } from '../../../../src/main/core/hash.ts'
import { exportReview } from '../../../../src/main/export/index.ts'
import type { SigningKey } from '../../../../src/main/pdf/signing-key.ts'
import type { ArticleId } from '../../../../src/shared/model/ids.ts'
import { openTestLibrary, plainWork, temporaryFolder } from '../../../support/library.ts'
import type { TestLibrary } from '../../../support/library.ts'
import { sitDown } from '../../../support/private-review.ts'
import { makeSigningKey } from '../../../support/signing-key.ts'

/** PDF files that were made here: handed to the window, held against themselves, signed, and what the record says. */

const PASSPHRASE = 'a horse of quite another colour'
const DAY = Date.UTC(2026, 10, 20)
const YEAR = 365 * 24 * 3600 * 1000

let key: SigningKey
let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let articleId: ArticleId

beforeAll(async () => {
  key = await makeSigningKey({ name: 'Hanne Ostrow', from: DAY - YEAR, until: DAY + YEAR }, PASSPHRASE)
}, 60_000)

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path, {
    ...plainWork(),
    exportReview: (request) => exportReview(request),
  })
  const bytes = new TextEncoder().encode('Nine boats seized\nNine boats were seized on the Teld.')
  articleId = (await library.must('articles.import', { name: 'boats.txt', bytes })).articleId
})
afterEach(async () => {
  vi.restoreAllMocks()
  await library.core.close()
  folder.remove()
})

const packet = () => library.must('exports.create', { articleId, kind: 'pdf-packet', audience: 'internal' })
const signing = (passphrase = PASSPHRASE) => ({ key: key.pkcs12, passphrase })

async function logged(): Promise<readonly string[]> {
  const events = await library.must('review.log', { articleId })
  return events.filter(({ kind }) => kind === 'export.signed').map(({ summary }) => summary)
}

/** Whatever lies in the folder of the library, as text. */
function everythingStored(): string {
  return readdirSync(folder.path)
    .map((name) => readFileSync(join(folder.path, name)).toString('latin1'))
    .join('')
}

test('a packet is signed, the record says with whose certificate, and the passphrase is nowhere', async () => {
  const said = vi.spyOn(console, 'error')
  const { fileId } = await packet()
  const signed = await library.must('pdf.sign', { fileId, ...signing() })
  expect(signed).toMatchObject({
    name: expect.stringMatching(/-packet-signed\.pdf$/),
    signer: 'Hanne Ostrow',
  })
  const [event = '', ...others] = await logged()
  expect(others).toEqual([])
  expect(event).toMatch(/with the certificate of “Hanne Ostrow”.*SHA-256 [0-9a-f]{64}\./)
  expect(everythingStored()).not.toContain(PASSPHRASE)
  expect(said.mock.calls.join()).not.toContain(PASSPHRASE)
  const { bytes } = await library.must('pdf.bytes', { fileId: signed.fileId })
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  const checked = await library.must('pdf.check', { name: 'came.pdf', bytes })
  expect(checked).toMatchObject({ name: 'came.pdf', faults: [], signatures: [{ signer: 'Hanne Ostrow' }] })
  // Whoever brought the file may sign it, too; of which article it is, is not known.
  const again = await library.must('pdf.sign', { fileId: checked.fileId, ...signing() })
  expect(again.checked).toContain('all 2 signatures are valid')
  expect(await logged()).toHaveLength(1)
  const twice = (await library.must('pdf.bytes', { fileId: again.fileId })).bytes
  // The library itself remembers it, by the bytes before and after.
  expect(everythingStored()).toContain(`which was brought here (SHA-256 ${sha256(bytes)})`)
  expect(everythingStored()).toContain(`SHA-256 ${sha256(twice)}.`)
})

test('what cannot be signed leaves no file and no word in the record', async () => {
  const { fileId } = await packet()
  const outcomes = [
    await library.call('pdf.sign', { fileId, ...signing('wrong') }),
    await library.call('pdf.sign', { fileId, key: new Uint8Array([1, 2]), passphrase: '' }),
    await library.call('pdf.sign', { fileId, key: new Uint8Array(2_000_000), passphrase: '' }),
    await library.call('pdf.sign', { fileId, key: key.pkcs12, passphrase: 'x'.repeat(2000) }),
    await library.call('pdf.sign', { fileId: 'none', ...signing() }),
  ]
  expect(outcomes.map((one) => (one.ok ? '' : one.error.message))).toEqual([
    expect.stringMatching(/The passphrase is wrong/),
    expect.stringMatching(/not a file with a key/),
    'This file is too large for one with a key. Nothing was signed.',
    'A passphrase is no longer than 1,024 letters. Nothing was signed.',
    expect.stringMatching(/not kept any more/),
  ])
  expect(await logged()).toEqual([])
})

test('a packet for legal is shown and signed in the legal role alone', async () => {
  await sitDown(library, 'legal')
  const made = await library.must('exports.create', { articleId, kind: 'pdf-packet', audience: 'legal' })
  expect(await library.call('pdf.bytes', { fileId: made.fileId })).toMatchObject({ ok: true })
  await sitDown(library, 'copy')
  const refused = { ok: false, error: { code: 'refused', message: expect.stringContaining('legal role') } }
  expect(await library.call('pdf.bytes', { fileId: made.fileId })).toMatchObject(refused)
  expect(await library.call('pdf.sign', { fileId: made.fileId, ...signing() })).toMatchObject(refused)
})

test('what is no PDF, or none of ours, is told so', async () => {
  const word = await library.must('exports.create', { articleId, kind: 'docx-clean', audience: 'internal' })
  expect(await library.call('pdf.bytes', { fileId: word.fileId })).toMatchObject({ ok: false })
  const bytes = new TextEncoder().encode('%PDF-1.7 of somebody else')
  expect(await library.call('pdf.check', { name: 'other.pdf', bytes })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('was not made by Stet') },
  })
})
