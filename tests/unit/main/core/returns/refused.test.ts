import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { schema } from '../../../../../src/shared/document/schema.ts'
import { positionOf } from '../../../../support/document.ts'
import { temporaryFolder } from '../../../../support/library.ts'
import { edited, editedText, openSendingDesk, savedBy, STORY } from '../../../../support/returned-desk.ts'
import type { SendingDesk } from '../../../../support/returned-desk.ts'
import { signSlot, sitDownAs, walkToReady } from '../../../../support/walk-desk.ts'
import { insertAfter } from '../../../../support/word-edits.ts'

const READER = 'Ada Quill'

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

async function finalText(): Promise<string> {
  return paragraphTexts(project(await desk.doc(), 'final')).join('\n')
}

/** Without what Stet wrote into it. */
function anonymous(bytes: Uint8Array): Promise<Uint8Array> {
  return edited(bytes, (part, name) => {
    if (/^customXml\/item\d*\.xml$/.test(name)) return '<other/>'
    return name === 'docProps/custom.xml' ? part.replace(/<property .*<\/property>/s, '') : part
  })
}

describe('a file without what Stet wrote into it', () => {
  test('is known by its words', async () => {
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'Monday'), schema.text('early ')),
    )
    const sent = await anonymous(await desk.send())
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'ships'), schema.text('large ')),
    )
    const back = await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER)
    expect(await desk.library.must('returns.recognise', { name: 'x.docx', bytes: back })).toBeNull()
    const told = await desk.bringBack(back)
    expect(told.knownBy).toBe('text')
    expect(told.brings).toMatchObject({ changes: 1, accepted: 0, rejected: 0, untracked: 0 })
    expect(await finalText()).toContain('Three large ships')
  })

  test('and without its words is refused', async () => {
    const sent = await anonymous(await desk.send())
    const other = await editedText(sent, (xml) =>
      xml.replace(/<w:t([^>]*)>[^<]+/g, '<w:t$1>Quite another line'),
    )
    const outcome = await desk.library.call('returns.preview', {
      articleId: desk.articleId,
      name: 'x.docx',
      bytes: other,
    })
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/next to nothing in common/)
  })
})

describe('what cannot be brought back', () => {
  test('is a copy of another article', async () => {
    const sent = await desk.send()
    const draft = { name: 'other.txt', bytes: new TextEncoder().encode(STORY) }
    const { articleId } = await desk.library.must('articles.import', draft)
    const outcome = await desk.library.call('returns.preview', { articleId, name: 'x.docx', bytes: sent })
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/copy of another article/)
  })

  test('is what is no Word file', async () => {
    const { articleId } = desk
    const outcome = await desk.library.call('returns.preview', {
      articleId,
      name: 'x.txt',
      bytes: new Uint8Array([1]),
    })
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/Only Word files/)
  })

  test('is anything, once the article is approved', async () => {
    const { library, articleId } = desk
    const sent = await desk.send()
    const back = await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER)
    const details = await library.must('review.state', { articleId })
    const { people } = await library.must('session.get', {})
    await library.must('articles.update', {
      articleId,
      slug: 'harbour',
      desk: details.article.desk,
      due: null,
      holderId: null,
      authorId: people.find(({ roles }) => roles.includes('reporter'))?.id ?? null,
    })
    const at = { library, articleId }
    await walkToReady(at)
    expect((await signSlot(at, 'approval')).ok).toBe(true)
    await sitDownAs(library, 'desk')
    const told = await desk.preview(back)
    expect(told.refusal).toMatch(/approved and locked/)
    const before = await desk.doc()
    const accepted = await library.call('returns.accept', { previewId: told.previewId })
    expect(accepted.ok ? '' : accepted.error.message).toMatch(/re-open the article with a reason/)
    expect((await desk.doc()).eq(before)).toBe(true)
  })

  test('is what was looked at before the article changed', async () => {
    const sent = await desk.send()
    const told = await desk.preview(
      await savedBy(await insertAfter(sent, 'no answer', READER, ' at all'), READER),
    )
    await desk.edit((transform) =>
      transform.insert(positionOf(transform.doc, 'answer'), schema.text('good ')),
    )
    const before = await desk.doc()
    const accepted = await desk.library.call('returns.accept', { previewId: told.previewId })
    expect(accepted.ok ? '' : accepted.error.message).toMatch(/look at it again/)
    expect((await desk.doc()).eq(before)).toBe(true)
  })
})

describe('the sign-off page', () => {
  test('says nothing when it comes back, there or taken out', async () => {
    const sent = await desk.send('docx-review', 'internal', true)
    const kept = await desk.preview(sent)
    expect(kept.brings).toMatchObject({ changes: 0, untracked: 0 })
    const without = await editedText(sent, (xml) =>
      xml.replace(/<w:sdt>(?:(?!<w:sdt>).)*ers\.signoff.*?<\/w:sdt>/s, ''),
    )
    expect(without.length).toBeLessThan(sent.length)
    const told = await desk.preview(without)
    expect(told.brings).toMatchObject({ changes: 0, untracked: 0 })
  })
})

describe('what the desk is told and keeps', () => {
  test('is the file itself, the pass as a version, and a line in the log', async () => {
    const { library, articleId } = desk
    const back = await savedBy(await insertAfter(await desk.send(), 'no answer', READER, ' at all'), READER)
    await desk.bringBack(back, 'their-copy.docx')
    const log = await library.must('review.log', { articleId })
    expect(log.map(({ summary }) => summary)).toContainEqual(
      'Brought back “their-copy.docx”, a Word copy of Sent as a Word file, edited by Ada Quill.',
    )
    const { versions } = await library.must('versions.list', { articleId })
    expect(versions.map(({ name }) => name)).toContain('Came back as “their-copy.docx”')
    const reports = await library.must('review.imports', { articleId })
    expect(reports.map(({ name }) => name)).toEqual(['harbour.txt', 'their-copy.docx'])
    expect(reports[1]).toMatchObject({
      brought: { changes: 1, comments: 0, untracked: 0 },
      cameIn: { changes: 1, comments: 0, paragraphs: 5 },
      warnings: [],
    })
    await desk.bringBack(back, 'their-copy.docx')
    expect(await library.must('review.imports', { articleId })).toHaveLength(2)
    const { actor } = await library.must('session.get', {})
    expect(actor.role).toBe('desk')
    await sitDownAs(library, 'desk')
    expect(await library.must('review.verify', { articleId })).toMatchObject({ ok: true })
  })
})
