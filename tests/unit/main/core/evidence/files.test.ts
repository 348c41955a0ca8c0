import Sqlite from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { safeFileName } from '../../../../../src/main/core/file-name.ts'
import { sha256 } from '../../../../../src/main/core/hash.ts'
import { BODY_LIMIT } from '../../../../../src/main/loopback/guard.ts'
import type { SourceId } from '../../../../../src/shared/model/ids.ts'
import { MAX_ATTACHMENT } from '../../../../../src/shared/model/source.ts'
import { fromWire, toWire } from '../../../../../src/shared/wire.ts'
import { SOURCE, openEvidenceDesk, told } from '../../../../support/evidence-desk.ts'
import type { EvidenceDesk } from '../../../../support/evidence-desk.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
let desk: EvidenceDesk

/** Looks like a program, and is kept as any other bytes are. */
const BYTES = new Uint8Array([0x4d, 0x5a, 0, 255, 10, 13, 0])

beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
  desk = await openEvidenceDesk(library)
  await desk.addSource()
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

const keep = (name: string, bytes: Uint8Array = BYTES, sourceId: SourceId = SOURCE) =>
  library.call('sources.keepFile', { articleId: desk.articleId, sourceId, name, bytes })
const save = () => library.call('sources.saveFile', { articleId: desk.articleId, sourceId: SOURCE })
const drop = () => library.must('sources.dropFile', { articleId: desk.articleId, sourceId: SOURCE })

function kept(): readonly string[] {
  const db = new Sqlite(join(folder.path, 'library.stet-db'), { readonly: true })
  const hashes = db.prepare('SELECT sha256 FROM attachment').pluck().all() as string[]
  db.close()
  return hashes
}

describe('a file kept with a source', () => {
  test('is handed back with the same bytes under its name', async () => {
    await keep('charge sheet.exe')
    expect(await desk.source()).toMatchObject({
      file: { sha256: sha256(BYTES), name: 'charge sheet.exe', size: BYTES.byteLength },
    })
    expect(told(await save())).toBe('done')
    expect(library.saved).toEqual(['charge sheet.exe'])
    expect(library.savedBytes.at(-1)).toEqual(BYTES)
  })

  test('is refused empty, and larger than the cap', async () => {
    expect(told(await keep('a.pdf', new Uint8Array()))).toBe('“a.pdf” is empty. Nothing was kept.')
    expect(told(await keep('a.pdf', new Uint8Array(MAX_ATTACHMENT + 1)))).toBe(
      '“a.pdf” is larger than 25 MB. Nothing was kept; keep a link to it instead.',
    )
    expect((await desk.source()).file).toBeNull()
    expect(told(await keep('a.pdf', new Uint8Array(MAX_ATTACHMENT)))).toBe('done')
  })

  test('is told in words when the disk does not take it, and kept', async () => {
    await keep('a.pdf')
    library.trouble = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    expect(told(await save())).toBe(
      '“a.pdf” could not be written (ENOSPC). It is still kept with the source; save it somewhere else.',
    )
    library.trouble = null
    expect(told(await save())).toBe('done')
  })

  test('is let go only when no source holds it', async () => {
    await desk.addSource({ title: 'Second sheet' }, 's2' as SourceId)
    await keep('a.pdf')
    await keep('b.pdf', BYTES, 's2' as SourceId)
    await drop()
    expect(told(await save())).toBe('There is no file with this source any more.')
    await library.core.close()
    expect(kept()).toEqual([sha256(BYTES)])
    library = await openTestLibrary(folder.path)
    await library.must('sources.dropFile', { articleId: desk.articleId, sourceId: 's2' })
    await library.core.close()
    expect(kept()).toEqual([])
  })

  test('is not handed out when its bytes are not those that came', async () => {
    await keep('a.pdf')
    await library.core.close()
    const db = new Sqlite(join(folder.path, 'library.stet-db'))
    db.exec(`DROP TRIGGER attachment_kept; UPDATE attachment SET bytes = x'00'`)
    db.close()
    library = await openTestLibrary(folder.path)
    expect(told(await save())).toContain('its bytes are not those that came')
    expect(library.saved).toEqual([])
  })
})

describe('names', () => {
  test.each([
    ['fdp.\u202eexe', 'fdp.exe'],
    ['..hidden', 'hidden'],
    ['CON.txt', '_CON.txt'],
    ['a<b>:"|?*.pdf', 'a_b______.pdf'],
    ['  spaced   out .pdf ', 'spaced out .pdf'],
    ['trailing...', 'trailing'],
    ['\u200b\ufeff', 'file'],
    ['Charge sheet, p. 3 – Ä.pdf', 'Charge sheet, p. 3 – Ä.pdf'],
  ])('%j is kept as %j', async (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
    expect(told(await keep(name))).toBe('done')
    expect((await desk.source()).file?.name).toBe(safe)
  })

  test('a long one keeps its ending', () => {
    const safe = safeFileName(`${'a'.repeat(250)}.pdf`)
    expect(safe).toHaveLength(180)
    expect(safe.endsWith('.pdf')).toBe(true)
  })

  test.each(['../a.pdf', 'a/b.pdf', 'a\\b.pdf', 'a\u0000.pdf', '..', '.', ''])(
    'a path is no name: %j',
    async (name) => {
      expect(await keep(name)).toMatchObject({ ok: false, error: { code: 'bad-arguments' } })
    },
  )
})

test('the largest file fits through the loopback host, and comes out as it went in', () => {
  const bytes = new Uint8Array(MAX_ATTACHMENT).fill(255)
  const call = { method: 'sources.keepFile', args: { articleId: 'a', sourceId: 's', name: 'a.pdf', bytes } }
  const text = toWire(call, (part) => Buffer.from(part).toString('base64'))
  expect(Buffer.byteLength(text)).toBeLessThan(BODY_LIMIT)
  const back = fromWire(text, (base64) => new Uint8Array(Buffer.from(base64, 'base64'))) as typeof call
  expect(Buffer.compare(back.args.bytes, bytes)).toBe(0)
})
