import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { openSendingDesk } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { addRemark, insertAfter, keepWords, paraIdOf, resolve } from '../../../../support/word-edits.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const skipped = hasOffice ? '' : ' (skipped: no soffice on this machine)'

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

function converted(path: string, filter: string, ending: string): string {
  const out = join(folder.path, `out-${ending}`)
  const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`
  const ran = spawnSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, path], {
    timeout: 120_000,
  })
  if (ran.status !== 0) throw new Error(`soffice: ${String(ran.stderr)}`)
  return join(out, `copy.${ending}`)
}

/** Opened in LibreOffice and saved as a Word file again; in between as its own format, for those who do. */
function savedByOffice(bytes: Uint8Array, isOwn = false): Uint8Array {
  const path = join(folder.path, 'copy.docx')
  writeFileSync(path, bytes)
  const opened = isOwn ? converted(path, 'odt', 'odt') : path
  return new Uint8Array(readFileSync(converted(opened, 'docx:MS Word 2007 XML', 'docx')))
}

describe('a copy that LibreOffice wrote again', () => {
  test.skipIf(!hasOffice)(
    `brings nothing, where nobody edited it${skipped}`,
    async () => {
      await desk.edit((transform) =>
        transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
      )
      await desk.edit((transform) => {
        const from = positionOf(transform.doc, 'outside, ')
        return transform.delete(from, from + 'outside, '.length)
      })
      await desk.edit((transform) => transform.split(positionOf(transform.doc, 'and nobody')))
      await desk.edit((transform) => {
        const from = positionOf(transform.doc, 'question')
        return transform.addMark(from, from + 'question'.length, schema.mark('strong'))
      })
      await desk.comment('spokesman', 'Which one?')
      const before = await desk.doc()
      const back = savedByOffice(await desk.send())
      expect(
        (await desk.library.must('returns.recognise', { name: 'copy.docx', bytes: back }))?.articleId,
      ).toBe(desk.articleId)
      const told = await desk.bringBack(back)
      expect(told.changes).toEqual([])
      expect(told.brings).toMatchObject({
        changes: 0,
        comments: 0,
        replies: 0,
        resolved: 0,
        accepted: 0,
        rejected: 0,
      })
      expect((await desk.doc()).toJSON()).toEqual(before.toJSON())
    },
    180_000,
  )

  test.skipIf(!hasOffice)(
    `brings what was done there, and loses nothing that was said here${skipped}`,
    async () => {
      await desk.edit((transform) =>
        transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
      )
      const thread = await desk.comment('spokesman', 'Which one?')
      const other = await desk.comment('question', 'Who asked?')
      await desk.library.must('threads.reply', {
        articleId: desk.articleId,
        threadId: thread,
        text: 'Anybody.',
      })
      const sent = await desk.send()
      const decided = await keepWords(sent, 'ins', 'early')
      const inserted = await insertAfter(decided, 'no answer', 'Ada Quill', ' at all')
      const said = await addRemark(inserted, 'harbour office', {
        author: 'Ada Quill',
        text: 'Is it?',
        paraId: '1ABCDE02',
      })
      const done = await resolve(said, await paraIdOf(said, 'Who asked?'))
      const told = await desk.bringBack(savedByOffice(done))
      expect(told.brings).toMatchObject({
        changes: 1,
        comments: 1,
        accepted: 1,
        rejected: 0,
        resolved: 1,
        untracked: 0,
      })
      const text = paragraphTexts(project(await desk.doc(), 'final')).join('\n')
      expect(text).toContain('no answer at all to')
      const { threads } = await desk.library.must('review.state', { articleId: desk.articleId })
      expect(threads.find(({ id }) => id === thread)?.messages.map((one) => one.text)).toEqual([
        'Which one?',
        'Anybody.',
      ])
      expect(threads.find(({ id }) => id === other)?.resolvedAt).not.toBeNull()
      expect(threads).toHaveLength(3)
    },
    180_000,
  )
})

test.skipIf(!hasOffice)(
  `a copy that was kept as an OpenDocument file comes back as one that was not${skipped}`,
  async () => {
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
    )
    await desk.edit((transform) => {
      const from = positionOf(transform.doc, 'outside, ')
      return transform.delete(from, from + 'outside, '.length)
    })
    const thread = await desk.comment('spokesman', 'Which one?')
    const edited = await insertAfter(await desk.send(), 'no answer', 'Ada Quill', ' at all')
    const told = await desk.bringBack(savedByOffice(edited, true))
    expect(told.brings).toMatchObject({ changes: 1, untracked: 0, comments: 0, accepted: 0, rejected: 0 })
    expect(told.people.map(({ name }) => name)).toEqual(['Ada Quill'])
    const { threads } = await desk.library.must('review.state', { articleId: desk.articleId })
    expect(threads.map(({ id, orphaned }) => [id, orphaned])).toEqual([[thread, false]])
    expect(paragraphTexts(project(await desk.doc(), 'final')).join('\n')).toContain('no answer at all to')
  },
  300_000,
)
