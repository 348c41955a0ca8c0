import { afterEach, beforeEach, expect, test } from 'vitest'
import { callOrThrow } from '../../../../../src/main/cli/headless-editor.ts'
import { newId } from '../../../../../src/main/core/new-id.ts'
import { openWindow } from '../../../../support/headless-window.ts'
import { openTestLibrary, temporaryFolder } from '../../../../support/library.ts'
import type { TestLibrary } from '../../../../support/library.ts'
import { sitDown } from '../../../../support/marked-draft/mark-up.ts'

let folder: ReturnType<typeof temporaryFolder>
let library: TestLibrary
beforeEach(async () => {
  folder = temporaryFolder()
  library = await openTestLibrary(folder.path)
})
afterEach(async () => {
  await library.core.close()
  folder.remove()
})

test('a comment and a claim on struck words say which, also once those are gone', async () => {
  const call = callOrThrow(library.core)
  const bytes = new TextEncoder().encode('Boats came\nSix boats came in at night.')
  const { articleId } = await call('articles.import', { name: 'draft.txt', bytes })
  const window = await openWindow(call, articleId, await sitDown({ call, newId }, 'desk'), newId)
  const place = { from: 17, to: 22 }
  await window.edit((tr) => void tr.delete(place.from, place.to))

  const remark = window.anchor('comment', 't1', [place])
  const said = {
    articleId,
    target: { kind: 'range' },
    level: 'must',
    assigneeId: null,
    text: 'Why?',
  } as const
  await call('threads.create', { ...said, edit: remark, id: 't1' })
  window.settle(remark)
  const claim = window.anchor('claim', 'k1', [place])
  const id = 'k1'
  await call('claims.create', { articleId, edit: claim, id, kind: 'event', risk: 'low', paraphrase: '' })
  window.settle(claim)
  const struck = await call('review.state', { articleId })
  expect(struck.threads).toMatchObject([{ orphaned: true, quote: 'boats' }])
  expect(struck.claims).toMatchObject([{ orphaned: true, quote: 'boats' }])

  await window.decide('accepted')
  const gone = await call('review.state', { articleId })
  expect(gone.threads).toMatchObject([{ orphaned: true, quote: 'boats' }])
  expect(gone.claims).toMatchObject([{ orphaned: true, quote: 'boats' }])
  await window.undo()
  await window.decide('rejected')
  const back = await call('review.state', { articleId })
  expect(back.threads).toMatchObject([{ orphaned: false, quote: 'boats' }])
  expect(back.claims).toMatchObject([{ orphaned: false, words: 'boats' }])
})
