import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { openSendingDesk, savedBy } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { insertAfter, keepWords } from '../../../../support/word-edits.ts'

const READER = 'Ada Quill'

let folder: ReturnType<typeof temporaryFolder>
let desk: SendingDesk
beforeEach(async () => {
  folder = temporaryFolder()
  desk = await openSendingDesk(folder.path)
  await desk.edit((transform) => transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')))
  await desk.comment('Three ships', 'Which ones?')
})
afterEach(async () => {
  await desk.close()
  folder.remove()
})

/** It tells of no review and of no names: its changes stand under numbers. */
describe('a copy for readers outside', () => {
  test('brings nothing when it comes back as it was', async () => {
    const told = await desk.preview(await desk.send('docx-review', 'external'))
    expect(told).toMatchObject({ knownBy: 'text', people: [], changes: [], warnings: [] })
    expect(told.brings).toMatchObject({ changes: 0, accepted: 0, rejected: 0 })
  })

  test('brings what is new in it, and leaves ours to who made them', async () => {
    const sent = await desk.send('docx-review', 'external')
    const back = await insertAfter(sent, 'and nobody', READER, ' yet')
    const told = await desk.bringBack(await savedBy(back, READER))
    expect(told.changes.map(({ by, inserted }) => [by, inserted])).toEqual([[READER, ' yet']])
    expect(told.brings).toMatchObject({ changes: 1, accepted: 0, rejected: 0 })
    const { people } = await desk.library.must('session.get', {})
    expect(people.map(({ name }) => name).filter((name) => name.startsWith('Editor '))).toEqual([])
  })

  test('decides what was decided in it', async () => {
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'question'), schema.text('hard ')),
    )
    const sent = await desk.send('docx-review', 'external')
    const back = await keepWords(sent, 'ins', 'early ')
    const told = await desk.preview(await savedBy(back, READER))
    expect(told.brings).toMatchObject({ changes: 0, accepted: 1, rejected: 0 })
  })
})
