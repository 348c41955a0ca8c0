import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../../../src/main/core/hash.ts'
import type { ExportRequest } from '../../../../src/shared/model/interchange.ts'
import { readPackage } from '../../../../src/main/package/read.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { schema } from '../../../../src/shared/document/schema.ts'
import { editOf, openTestLibrary, plainWork, temporaryFolder } from '../../../support/library.ts'

/** The head of a PNG of two by three pixels: as much as is ever looked at. */
const PNG = new Uint8Array(24)
PNG.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
PNG.set([0, 0, 0, 2, 0, 0, 0, 3], 16)
const BLOB = sha256(PNG)

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

test('a picture is kept once under its hash, and never changed', async () => {
  const library = await openTestLibrary(folder.path)
  const kept = { blob: BLOB, width: 2, height: 3 }
  expect(await library.must('pictures.put', { name: 'Boats.png', bytes: PNG })).toEqual(kept)
  expect(await library.must('pictures.put', { name: 'Again.png', bytes: PNG })).toEqual(kept)
  expect(library.core.picture(BLOB)).toEqual({ type: 'image/png', bytes: PNG })
  expect(library.core.picture('0'.repeat(64))).toBeNull()
  await library.core.close()
  const db = new Sqlite(join(folder.path, 'library.stet-db'))
  expect(db.prepare('SELECT count(*) AS count FROM picture').get()).toEqual({ count: 1 })
  expect(() => db.prepare('DELETE FROM picture').run()).toThrow(/append-only/)
  expect(() => db.prepare("UPDATE picture SET media_type = 'image/gif'").run()).toThrow(/append-only/)
  db.close()
})

test('what is no picture, or too large, is refused in words', async () => {
  const library = await openTestLibrary(folder.path)
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const drawing = await library.call('pictures.put', { name: 'Drawing.svg', bytes: svg })
  expect(drawing).toMatchObject({ ok: false, error: { code: 'unreadable-file' } })
  const large = new Uint8Array(20 * 1024 * 1024 + 1)
  large.set(PNG)
  const refused = await library.call('pictures.put', { name: 'Large.png', bytes: large })
  expect(refused).toMatchObject({ ok: false, error: { code: 'too-large' } })
  await library.core.close()
})

test('pictures that come in with a draft are kept, and go out with it, and with the versions that show them', async () => {
  const exported: ExportRequest[] = []
  const work = plainWork(exported)
  const image = schema.nodes.image.create({ blob: BLOB, alt: 'Boats' })
  const doc = schema.nodes.doc.create(null, [
    schema.nodes.para.create({ style: 'headline' }, schema.text('Boats')),
    schema.nodes.para.create(null, image),
  ])
  const images = new Map([[BLOB, { type: 'image/png', bytes: PNG } as const]])
  const library = await openTestLibrary(folder.path, {
    ...work,
    importDraft: async () => ({
      ok: true,
      value: { doc: doc.toJSON() as unknown, people: [], changes: [], threads: [], images, warnings: [] },
    }),
  })
  const { articleId } = await library.must('articles.import', { name: 'a.docx', bytes: new Uint8Array([1]) })
  expect(library.core.picture(BLOB)?.bytes).toEqual(PNG)
  await library.must('exports.create', { articleId, kind: 'docx-review', audience: 'internal' })
  expect(exported[0]?.images?.get(BLOB)).toEqual({ type: 'image/png', bytes: PNG })
  const { doc: text, state } = await library.must('review.open', { articleId })
  const parsed = parseDocument(text)
  if (!parsed.ok) throw new Error(parsed.message)
  const edit = editOf(parsed.doc, state.seq, (tr) => tr.delete(8, 9))
  await library.must('document.save', { articleId, edit, decided: [] })
  const packed = await library.must('packages.create', { articleId, audience: 'internal', purpose: 'copy' })
  await library.must('exports.save', { fileId: packed.fileId })
  const read = readPackage(library.savedBytes.at(-1) ?? new Uint8Array())
  expect(read.ok && read.value.content.pictures.get(BLOB)).toEqual({ type: 'image/png', bytes: PNG })
  expect(read.ok && JSON.stringify(read.value.content.review.document)).not.toContain(BLOB)
  await library.core.close()
})
