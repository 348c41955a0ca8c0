import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { indexDocument } from '../../../../../src/shared/document/index/document-index.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { editedText, openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'

let folder: ReturnType<typeof temporaryFolder>
let desk: SendingDesk
beforeEach(async () => {
  folder = temporaryFolder()
  desk = await openSendingDesk(folder.path)
})
afterEach(async () => {
  await desk.close()
  folder.remove()
})

async function finalText(): Promise<readonly string[]> {
  return paragraphTexts(project(await desk.doc(), 'final'))
}

function ins(author: string, text: string, id: number): string {
  return `<w:ins w:id="${id}" w:author="${author}" w:date="2026-11-21T10:00:00Z"><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:ins>`
}

describe('a Word file that was sent', () => {
  test('brings nothing when it comes back as it was', async () => {
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
    )
    await desk.comment('spokesman', 'Which one?')
    const before = await desk.doc()
    const bytes = await desk.send()
    const told = await desk.preview(bytes)
    expect(told.brings).toMatchObject({ changes: 0, comments: 0, accepted: 0, rejected: 0, untracked: 0 })
    expect(told.warnings).toEqual([])
    await desk.bringBack(bytes)
    expect((await desk.doc()).eq(before)).toBe(true)
  })

  test('is known by what it says of itself, and the version that it was made from', async () => {
    const bytes = await desk.send()
    const known = await desk.library.must('returns.recognise', { name: 'copy.docx', bytes })
    expect(known?.articleId).toBe(desk.articleId)
    const told = await desk.preview(bytes)
    expect(told.version?.name).toBe('Sent as a Word file')
  })

  test('brings their changes under their names, beside what was done here meanwhile', async () => {
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
    )
    const sent = await desk.send()
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'ships'), schema.text('large ')),
    )
    const back = await savedBy(
      await editedText(sent, (xml) =>
        xml.replace(
          'Three ships',
          `Three ships</w:t></w:r>${ins('Ada Quill', ' from Oyel', 900)}<w:r><w:t xml:space="preserve">`,
        ),
      ),
      'Ada Quill',
    )
    const told = await desk.bringBack(back)
    expect(told.brings).toMatchObject({ changes: 1, untracked: 0, accepted: 0, rejected: 0 })
    expect(told.people).toEqual([{ name: 'Ada Quill', isNew: true, changes: 1, comments: 0 }])
    expect((await finalText()).join('\n')).toContain('Three large ships from Oyel wait')
    const { people } = await desk.library.must('session.get', {})
    const petra = people.find(({ name }) => name === 'Ada Quill')
    const { changes } = indexDocument(await desk.doc())
    expect(changes.map(({ inserted, author }) => [inserted, author === petra?.id])).toEqual([
      ['early ', false],
      ['large ', false],
      [' from Oyel', true],
    ])
    expect(await desk.library.must('review.verify', { articleId: desk.articleId })).toMatchObject({
      ok: true,
    })
  })

  test('changes nothing when it is brought back again', async () => {
    const sent = await desk.send()
    const back = await savedBy(
      await editedText(sent, (xml) => xml.replace('Three ships', 'Four ships')),
      'Ada Quill',
    )
    const told = await desk.bringBack(back)
    expect(told.brings).toMatchObject({ changes: 1, untracked: 1 })
    expect(told.people).toMatchObject([{ changes: 1 }])
    expect(told.changes).toEqual([
      { by: 'Ada Quill', deleted: 'Three', inserted: 'Four', what: 'replacement' },
    ])
    const before = await desk.doc()
    const again = await desk.bringBack(back)
    expect(again.brings).toMatchObject({ changes: 0, untracked: 0 })
    expect((await desk.doc()).eq(before)).toBe(true)
  })
})
