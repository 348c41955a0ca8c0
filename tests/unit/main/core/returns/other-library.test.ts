import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { positionOf } from '../../../../support/document.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { realWork } from '../../../../support/marked-draft/real-work.ts'
import { editedText, openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { sitDownAs } from '../../../../support/walk-desk.ts'
import { insertAfter, keepWords } from '../../../../support/word-edits.ts'
import { plainParagraph, wordFile } from '../../../../support/word-file.ts'

/** A copy for readers outside that one library made comes back to another, which counts its people otherwise. */

const READER = 'Hanne Ostrow'
const HELPER = 'Ada Quill'

let folders: readonly ReturnType<typeof temporaryFolder>[]
let desk: SendingDesk
let other: TestLibrary
let copy: Uint8Array

/** A draft with a change of somebody from outside, who then is known there. */
function draftBy(author: string): Uint8Array {
  const change = `<w:ins w:id="7" w:author="${author}" w:date="2026-09-14T12:00:00Z"><w:r><w:t>later</w:t></w:r></w:ins>`
  return wordFile({ body: `${plainParagraph('Elsewhere')}<w:p>${change}</w:p>` })
}

beforeEach(async () => {
  folders = [temporaryFolder(), temporaryFolder()]
  desk = await openSendingDesk(folders[0]?.path ?? '')
  other = await openTestLibrary(folders[1]?.path ?? '', realWork)
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')))
  const first = await insertAfter(await desk.send(), 'nobody knows', HELPER, ' here')
  await desk.bringBack(await savedBy(first, HELPER))
  copy = await desk.send('docx-review', 'external')
  const { fileId } = await desk.library.must('packages.create', {
    articleId: desk.articleId,
    purpose: 'copy',
    audience: 'internal',
  })
  await desk.library.must('exports.save', { fileId })
  await sitDownAs(other, 'desk')
  // Whoever is known there before has the number that the helper has here.
  await other.must('articles.import', { name: 'other.docx', bytes: draftBy('Petra Sund') })
  const bytes = desk.library.savedBytes.at(-1) ?? new Uint8Array()
  const { previewId } = await other.must('packages.preview', { name: 'story.stet', bytes })
  await other.must('packages.accept', { previewId, takeRight: false })
})
afterEach(async () => {
  await desk.close()
  await other.core.close()
  folders.forEach((folder) => folder.remove())
})

function preview(bytes: Uint8Array) {
  return other.must('returns.preview', { articleId: desk.articleId, name: 'copy.docx', bytes })
}

describe('a copy for readers outside at another library', () => {
  test('has their changes under numbers, and brings nothing when nobody edited it', async () => {
    const told = await preview(copy)
    expect(told).toMatchObject({ knownBy: 'text', people: [], changes: [], warnings: [] })
    expect(told.brings).toMatchObject({ changes: 0, accepted: 0, rejected: 0 })
  })

  test('brings what is new, decides what was decided, and takes nobody for somebody else', async () => {
    const edited = await insertAfter(copy, 'no answer', READER, ' at all')
    const told = await preview(await savedBy(await keepWords(edited, 'ins', ' here'), READER))
    expect(told.brings).toMatchObject({ changes: 1, accepted: 1, rejected: 0 })
    expect(told.people.map(({ name }) => name)).toEqual([READER])
    expect(told.warnings).toEqual([])
  })

  test('says whom it cannot tell, and brings their work under the number', async () => {
    const number = /w:author="(Editor \d+)"[^>]*>(?:(?!<w:ins).)*? here/s
    const edited = await editedText(copy, (xml) => {
      expect(number.test(xml)).toBe(true)
      return xml.replace('> here<', '> in this harbour<')
    })
    const told = await preview(await savedBy(edited, READER))
    const [name = ''] = told.people.map((one) => one.name)
    expect(name).toMatch(/^Editor \d+$/)
    expect(told.people).toEqual([{ name, isNew: true, changes: 1, comments: 0 }])
    expect(told.warnings.map(({ message }) => message)).toEqual([
      `The file is a copy for readers outside, without names. Nothing in it tells whom “${name}” stands for here: what ` +
        'they did comes in under that name.',
    ])
    const accepted = await other.call('returns.accept', { previewId: told.previewId })
    expect(accepted.ok).toBe(true)
    // The name is that of somebody now, and the file is no less one for readers outside.
    expect((await preview(await savedBy(edited, READER))).brings).toMatchObject({ changes: 0, comments: 0 })
  })
})
