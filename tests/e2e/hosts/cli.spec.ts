import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readPackage } from '../../../src/main/opc/read.ts'
import { writePackage } from '../../../src/main/opc/write.ts'
import { test as base, expect } from '../fixtures.ts'
import type { Place } from './running-app.ts'
import { serveLoopback } from './open-loopback.ts'
import type { Served } from './open-loopback.ts'

/** The built command line, as a script beside Stet uses it. */

const test = base.extend<{ served: Served }>({
  served: async ({ place }, use) => {
    const served = await serveLoopback(place.library)
    await use(served)
    expect(await served.stop('SIGTERM')).toBe(0)
  },
})

const CLI = resolve(import.meta.dirname, '../../../tools/stet.mjs')

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string }

function stet(place: Place, ...args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const all = [CLI, '--library', place.library, ...args]
    execFile(process.execPath, all, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
    })
  })
}

async function draft(place: Place): Promise<string> {
  await mkdir(place.files, { recursive: true })
  const file = join(place.files, 'ferry.txt')
  await writeFile(file, 'Ferry returns to the Teld\n\nThe ferry of Oskarholm sails again on Monday.\n')
  return file
}

async function exportClean(place: Place, article: string): Promise<Ran> {
  const out = join(place.files, 'ferry.docx')
  return stet(place, 'export', article, '--as', 'docx-clean', '--for', 'internal', '--out', out)
}

test('data goes to stdout, words to stderr', async ({ place }) => {
  const imported = await stet(place, 'import', await draft(place))
  expect(imported.code).toBe(0)
  const [id = ''] = imported.stdout.split('\t')
  const listed = await stet(place, 'list', '--json')
  const rows: { id: string; headline: string }[] = JSON.parse(listed.stdout)
  expect(rows.find((row) => row.id === id)?.headline).toBe('Ferry returns to the Teld')
  const checked = await stet(place, 'check', id, '--json')
  expect(JSON.parse(checked.stdout)).toContainEqual(expect.objectContaining({ code: 'B5' }))
  expect(checked.stderr).toMatch(/block the approval/)
  expect((await stet(place, 'verify', id)).code).toBe(0)
  expect((await exportClean(place, id)).code).toBe(0)
  const file = join(place.files, 'ferry.docx')
  expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
  const verified = await stet(place, 'verify', file)
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true })
  expect(verified.code).toBe(0)
  await writeFile(file, await withAnotherWord(await readFile(file)))
  const changed = await stet(place, 'verify', file)
  expect([changed.code, JSON.parse(changed.stdout)]).toEqual([1, expect.objectContaining({ ok: false })])
  expect(changed.stderr).toMatch(/changed after the export/)
})

/** The same Word file with one word of its text changed, as somebody might who passes it on. */
async function withAnotherWord(bytes: Uint8Array): Promise<Uint8Array> {
  const pack = await readPackage(bytes)
  const parts = pack.names.map((name) => {
    const data = pack.get(name) ?? new Uint8Array()
    if (name !== 'word/document.xml') return { name, data }
    const text = Buffer.from(data).toString('utf8').replace('ferry', 'barge')
    return { name, data: Buffer.from(text) }
  })
  return writePackage(parts)
}

test('1 is a refusal with its reason, 2 wrong usage', async ({ place }) => {
  const none = await stet(place, 'check', 'nobody')
  expect([none.code, none.stdout]).toEqual([1, ''])
  expect(none.stderr).toMatch(/^No article is called nobody/)
  const missing = await stet(place, 'import', '/nowhere/draft.txt')
  expect([missing.code, missing.stdout]).toEqual([1, ''])
  expect(missing.stderr).toMatch(/Nothing was imported/)
  const wrong = await Promise.all([
    stet(place),
    stet(place, 'unknown'),
    stet(place, 'import'),
    stet(place, 'export', 'x', '--as', 'odt', '--for', 'internal', '--out', 'x'),
  ])
  expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2])
})

test('a library that a running Stet serves is worked on through it', async ({ place, served }) => {
  expect(served.pid).toBeGreaterThan(0)
  const imported = await stet(place, 'import', await draft(place))
  expect([imported.code, imported.stderr]).toEqual([0, ''])
  const [id = ''] = imported.stdout.split('\t')
  expect((await exportClean(place, id)).code).toBe(0)
  expect((await readFile(join(place.files, 'ferry.docx'))).subarray(0, 2).toString()).toBe('PK')
})

test('a library that cannot be shared says who holds it', async ({ place, served }) => {
  const file = join(place.library, 'stet.lock')
  const lock: object = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...lock, host: 'electron', port: null, secret: null }))
  const listed = await stet(place, 'list')
  expect([listed.code, listed.stdout]).toEqual([1, ''])
  expect(listed.stderr).toContain(String(served.pid))
})
