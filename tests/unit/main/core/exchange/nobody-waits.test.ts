import { afterEach, beforeEach, expect, test } from 'vitest'
import { schema } from '../../../../../src/shared/document/schema.ts'
import type { ArticleId } from '../../../../../src/shared/model/ids.ts'
import type { DeskWork } from '../../../../../src/main/core/copied/copy-acts.ts'
import { parseDocument } from '../../../../../src/shared/document/stored-steps.ts'
import { editOf, plainWork } from '../../../../support/library.ts'
import { openDesk, pack, sit, take } from '../../../../support/two-desks.ts'
import type { RealDesk } from '../../../../support/two-desks.ts'

/** Work on a copy takes as long as it takes: what happens meanwhile is decided by the test. */

let meanwhile: (() => Promise<unknown>) | null = null
let day: RealDesk
let night: RealDesk
let articleId: ArticleId

/** Does what the test wants after the copy was made and before the work is answered. */
function slowWork(): DeskWork {
  const plain = plainWork()
  return {
    ...plain,
    onCopy: async (request, watch) => {
      const act = meanwhile
      meanwhile = null
      await act?.()
      if (watch?.signal?.aborted) {
        return {
          ok: false,
          error: { code: 'cancelled', message: 'This was cancelled. Nothing was changed.' },
        }
      }
      return plain.onCopy(request, watch)
    },
  }
}

beforeEach(async () => {
  meanwhile = null
  day = await openDesk('Day desk')
  night = await openDesk('Night desk', slowWork())
  const bytes = new TextEncoder().encode('Ferry stops\nBy Jonah Pell\nNobody saw them leave.')
  await sit(day.library(), 'desk')
  await sit(night.library(), 'desk')
  ;({ articleId } = await day.library().must('articles.import', { name: 'ferry.txt', bytes }))
  await take(night, await pack(day, articleId))
})

afterEach(async () => {
  await day.close()
  await night.close()
})

/** Words of whoever is at the desk, as a tracked insertion. */
async function write(desk: RealDesk, id: ArticleId, words: string): Promise<unknown> {
  const library = desk.library()
  const { actor } = await library.must('session.get', {})
  const { doc, state } = await library.must('review.open', { articleId: id })
  const parsed = parseDocument(doc)
  if (!parsed.ok) throw new Error(parsed.message)
  const mark = schema.marks.insertion.create({ id: `change-${words.trim()}`, author: actor.personId })
  const edit = editOf(parsed.doc, state.seq, (transform) => transform.insert(1, schema.text(words, [mark])))
  return library.must('document.save', { articleId: id, edit, decided: [] })
}

const changesAt = async (desk: RealDesk) =>
  (await desk.library().must('review.state', { articleId })).changes
    .map(({ inserted }) => inserted)
    .toSorted()

test('a save made while a package is looked at is stored at once', async () => {
  await write(day, articleId, 'Day ')
  const bytes = await pack(day, articleId)
  meanwhile = () => write(night, articleId, 'Night ')
  await night.library().must('packages.preview', { name: 'ferry.stet', bytes })
  expect(meanwhile).toBeNull()
  expect(await changesAt(night)).toEqual(['Night '])
})

test('a look that is cancelled leaves nothing', async () => {
  await write(day, articleId, 'Day ')
  const bytes = await pack(day, articleId)
  const before = await night.dump()
  const library = night.library()
  meanwhile = () => library.must('jobs.cancel', { job: 'look' })
  const looked = await library.call('packages.preview', { name: 'ferry.stet', bytes, job: 'look' })
  expect(looked).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await night.dump()).toBe(before)
})

test('a review that changed while it was taken in is decided on again, and refused where it would be something else', async () => {
  await write(day, articleId, 'Day ')
  const bytes = await pack(day, articleId)
  const { previewId } = await night.library().must('packages.preview', { name: 'ferry.stet', bytes })
  meanwhile = () => write(night, articleId, 'Night ')
  const accepted = await night.library().call('packages.accept', { previewId, takeRight: false })
  expect(accepted).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('look at it again') },
  })
  expect(await changesAt(night)).toEqual(['Night '])
})

test('work on another article meanwhile is no reason to work anything out again', async () => {
  await write(day, articleId, 'Day ')
  const bytes = await pack(day, articleId)
  const library = night.library()
  const draft = {
    name: 'other.txt',
    bytes: new TextEncoder().encode('Other story\nBy Jonah Pell\nIt goes on.'),
  }
  const other = await library.must('articles.import', draft)
  const { previewId } = await library.must('packages.preview', { name: 'ferry.stet', bytes })
  meanwhile = () => write(night, other.articleId, 'Elsewhere ')
  await library.must('packages.accept', { previewId, takeRight: false })
  expect(await changesAt(night)).toEqual(['Day '])
})
