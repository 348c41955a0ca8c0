import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { openSendingDesk } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { jpeg, png, TOLD, webp } from '../../../../support/telling-pictures.ts'
import { insertAfter } from '../../../../support/word-edits.ts'

let folders: ReturnType<typeof temporaryFolder>[]
beforeEach(() => {
  folders = []
})
afterEach(() => folders.forEach((folder) => folder.remove()))

async function open(draft?: Parameters<typeof openSendingDesk>[1]): Promise<SendingDesk> {
  const folder = temporaryFolder()
  folders.push(folder)
  return openSendingDesk(folder.path, draft)
}

async function add(desk: SendingDesk, words: string, bytes: Uint8Array, size = {}): Promise<void> {
  const { blob } = await desk.library.must('pictures.put', { name: 'Ships.png', bytes })
  await desk.edit((transform) => {
    const at = positionOf(transform.doc, words)
    return transform.insert(at, schema.nodes.image.create({ blob, alt: 'Ships', ...size }))
  })
}

async function withPictures(): Promise<SendingDesk> {
  const desk = await open()
  await add(desk, 'Three ships', png(6))
  await add(desk, 'nobody knows', webp())
  // The same but for what it tells.
  await add(desk, 'A spokesman', png(1), { width: 40 })
  await add(desk, 'no answer', jpeg(8), { width: 2, height: 2 })
  return desk
}

async function tells(bytes: Uint8Array): Promise<readonly string[]> {
  const pack = await readPackage(bytes)
  return pack.names.filter((name) => Buffer.from(pack.get(name) ?? []).includes(TOLD))
}

/** A desk that the pictures were put in at, and one that they came to with a Word file. */
const DESKS = [
  ['put in here', withPictures],
  [
    'of the file that came in',
    async () => {
      const first = await withPictures()
      const bytes = await first.send()
      await first.close()
      return open({ name: 'ships.docx', bytes })
    },
  ],
] as const

describe.each(DESKS)('pictures %s', (_, ready) => {
  test.each(['docx-review', 'docx-clean'] as const)(
    'tell nothing beside their pixels in a copy for readers outside: %s',
    async (kind) => {
      const desk = await ready()
      const inside = await tells(await desk.send(kind, 'internal'))
      expect(inside.filter((name) => name.includes('media/'))).toHaveLength(4)
      expect(await tells(await desk.send(kind, 'external'))).toEqual([])
      await desk.close()
    },
  )

  test('are known again when such a copy comes back', async () => {
    const desk = await ready()
    const sent = await desk.send('docx-review', 'external')
    expect((await desk.preview(sent)).brings).toMatchObject({ changes: 0, accepted: 0, rejected: 0 })
    const before = await desk.doc()
    const told = await desk.bringBack(await insertAfter(sent, 'to that question', 'Ada Quill', ' yet'))
    expect(told.brings).toMatchObject({ changes: 1, accepted: 0, rejected: 0, untracked: 0 })
    const blobs = (doc: typeof before) => JSON.stringify(doc.toJSON()).match(/"blob":"\w+"/g)
    expect(blobs(await desk.doc())).toEqual(blobs(before))
    await desk.close()
  })
})

test('what goes out as it is, is said', async () => {
  const desk = await open()
  await add(desk, 'Three ships', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;', 'latin1'))
  await add(desk, 'A spokesman', png())
  const { articleId, library } = desk
  const asked = { articleId, kind: 'docx-review', signOffPage: false } as const
  const told = await library.must('exports.create', { ...asked, audience: 'external' })
  expect(told.warnings.map(({ message }) => message)).toEqual([
    '1 picture goes out as it is (GIF): what such a picture tells of who made it, and where, is still in it.',
  ])
  expect((await library.must('exports.create', { ...asked, audience: 'internal' })).warnings).toEqual([])
  await desk.close()
})
