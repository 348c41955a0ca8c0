import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../src/shared/exchange/merge-document.ts'
import { mergeReview } from '../../../../src/shared/exchange/merge-review.ts'
import type { ReviewContent } from '../../../../src/shared/exchange/review-content.ts'
import type { VersionId } from '../../../../src/shared/model/ids.ts'
import { document, show } from '../../../support/document.ts'
import { createDesk, emptyContent, receive, send, sha256 } from '../../../support/exchange-desk.ts'
import type { Desk } from '../../../support/exchange-desk.ts'
import { ROW_ACTS } from '../../../support/exchange-row-acts.ts'
import { retype } from '../../../support/exchange-text-acts.ts'
import type { RandomEdit } from '../../../support/random-edits.ts'

const HERE: RandomEdit = { kind: 'type', author: 'A', from: 0, to: 0, choice: 0 }

/** One desk types "ab" and sends it; then it takes the b back and types it anew in front, while the other goes on. */
function twoDesks(): { readonly one: Desk; readonly other: Desk; readonly start: ReviewContent } {
  const doc = document('')
  const start = emptyContent(doc)
  const [one, other] = [createDesk('A', doc, start), createDesk('B', doc, start)]
  retype(one, 2, HERE)
  receive(other, send(one))
  retype(one, 0, HERE)
  ROW_ACTS.source(other, 0)
  return { one, other, start }
}

describe('letters that were taken back and typed anew', () => {
  test('stand once where the base is the last version that both had, as every exchange has it', () => {
    const { one, other } = twoDesks()
    expect([show(one.doc), show(other.doc)]).toEqual(['[+A0 ba+]¶', '[+A0 ab+]¶'])
    receive(other, send(one))
    expect(show(other.doc)).toBe(show(one.doc))
    const late = send(other)
    retype(one, 2, HERE)
    receive(one, late)
    receive(other, send(one))
    expect(show(other.doc)).toBe(show(one.doc))
  })

  test('would be doubled on an older base: nothing tells the letter that is new from the one that was taken back', () => {
    const { one, other, start } = twoDesks()
    send(one)
    send(other)
    const side = { origin: null, at: null }
    const context = { mergeId: 'merge' as VersionId, one: side, other: side, sha256 }
    const { content } = mergeReview(start, one.work, other.work, context)
    expect(readDocument(content.document).textContent).toHaveLength(3)
  })
})
