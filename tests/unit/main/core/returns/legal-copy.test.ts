import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { edited, openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { sitDownAs } from '../../../../support/walk-desk.ts'
import { addRemark } from '../../../../support/word-edits.ts'

const READER = 'Ada Quill'

let folder: ReturnType<typeof temporaryFolder>
let desk: SendingDesk
beforeEach(async () => {
  folder = temporaryFolder()
  desk = await openSendingDesk(folder.path)
  await sitDownAs(desk.library, 'legal')
  await desk.comment('spokesman', 'Never to be read outside.', 'legal')
})
afterEach(async () => {
  await desk.close()
  folder.remove()
})

async function partsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const pack = await readPackage(bytes)
  return Object.fromEntries(pack.names.map((name) => [name, new TextDecoder().decode(pack.get(name))]))
}

function anonymous(bytes: Uint8Array): Promise<Uint8Array> {
  return edited(bytes, (part, name) => {
    if (/^customXml\/item\d*\.xml$/.test(name)) return '<other/>'
    return name === 'docProps/custom.xml' ? part.replace(/<property .*<\/property>/s, '') : part
  })
}

test.each([
  ['as it is', (bytes: Uint8Array) => Promise.resolve(bytes)],
  ['without what it says of itself', anonymous],
])('what is said in a copy for legal stays private to legal: %s', async (_, change) => {
  const remark = { author: READER, text: 'Nor is this.', paraId: '1ABCDE02' }
  const back = await savedBy(
    await change(await addRemark(await desk.send('docx-review', 'legal'), 'harbour office', remark)),
    READER,
  )
  const told = await desk.bringBack(back)
  expect(told.brings).toMatchObject({ comments: 1, replies: 0 })
  const { threads } = await desk.library.must('review.state', { articleId: desk.articleId })
  expect(threads.map(({ audience }) => audience)).toEqual(['legal', 'legal'])
  const reports = () => desk.library.must('review.imports', { articleId: desk.articleId })
  expect(await reports()).toHaveLength(2)
  await sitDownAs(desk.library, 'desk')
  expect(await reports()).toHaveLength(1)
  const seen = await desk.library.must('review.state', { articleId: desk.articleId })
  expect(seen.threads).toEqual([])
  const { 'word/comments.xml': comments = '' } = await partsOf(await desk.send())
  expect(comments).not.toContain('Nor is this.')
})
