import { describe, expect, test } from 'vitest'
import { describeDraft } from '../../../../src/main/cli/inspect.ts'
import { convertDocx } from '../../../../src/main/export/docx/convert.ts'
import { exportReview } from '../../../../src/main/export/index.ts'
import { importDraft } from '../../../../src/main/import/index.ts'
import { paragraphTexts, project } from '../../../../src/shared/document/projection.ts'
import { exportRequest, REVIEWED } from '../../../support/export-request.ts'

async function reviewCopy(): Promise<Uint8Array> {
  const outcome = await exportReview(exportRequest())
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

async function inspect(bytes: Uint8Array) {
  let count = 0
  const request = { name: 'copy.docx', bytes, outside: {} }
  const draft = await importDraft(request, { now: 0, newId: () => `id${(count += 1)}` })
  if (!draft.ok) throw new Error(draft.error.message)
  return describeDraft(draft.value)
}

async function convert(bytes: Uint8Array, changes: 'keep' | 'accept' | 'reject'): Promise<Uint8Array> {
  const outcome = await convertDocx({ name: 'copy.docx', bytes, changes })
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

const ORIGINAL = paragraphTexts(project(REVIEWED, 'original'))
const FINAL = paragraphTexts(project(REVIEWED, 'final'))

describe('what stet inspect tells of a review copy', () => {
  test('is the review: both texts, changes with authors and dates, threads', async () => {
    const told = await inspect(await reviewCopy())
    expect(told.text).toEqual({ original: ORIGINAL, final: FINAL })
    expect(told.words).toBe(exportRequest().state.words)
    expect(told.changes.slice(0, 3)).toEqual([
      { kind: 'deletion', author: 'Ines Calloway', date: '2026-09-14T14:00:00Z', text: 'dredging' },
      { kind: 'insertion', author: 'Ines Calloway', date: '2026-09-14T14:01:00Z', text: 'digging' },
      { kind: 'split', author: 'Tobias Reuk', date: '2026-09-14T14:02:00Z', text: '\n' },
    ])
    expect(told.threads[0]).toEqual({
      author: 'Ines Calloway',
      date: '2026-09-14T14:00:00Z',
      text: 'Which basin?',
      resolved: false,
      quote: 'work in the basin',
      replies: [
        { author: 'Tobias Reuk', date: '2026-09-14T14:01:00Z', text: 'The north one.' },
        { author: 'Ines Calloway', date: '2026-09-14T14:02:00Z', text: 'Then say so.' },
      ],
    })
    expect(told.threads.map((thread) => thread.resolved)).toEqual([false, true, false])
  })
})

describe('what stet convert writes', () => {
  test.each([
    ['accept', FINAL],
    ['reject', ORIGINAL],
  ] as const)('%s leaves one reading and no change', async (changes, text) => {
    const told = await inspect(await convert(await reviewCopy(), changes))
    expect(told.text).toEqual({ original: text, final: text })
    expect(told.changes).toEqual([])
  })

  test('keep gives the same review, and the same bytes when done again', async () => {
    const copy = await reviewCopy()
    const once = await convert(copy, 'keep')
    expect(await inspect(once)).toEqual(await inspect(copy))
    expect(Buffer.compare(await convert(once, 'keep'), once)).toBe(0)
  })
})
