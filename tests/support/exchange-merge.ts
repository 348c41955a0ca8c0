import { expect } from 'vitest'
import { mergeReview } from '../../src/shared/exchange/merge-review.ts'
import { reviewContent } from '../../src/shared/exchange/review-content.ts'
import type { ReviewContent } from '../../src/shared/exchange/review-content.ts'
import type { LibraryId, MessageId, ThreadId, VersionId } from '../../src/shared/model/ids.ts'
import type { Message, Thread } from '../../src/shared/model/thread.ts'
import { document } from './document.ts'
import { emptyContent, sha256 } from './exchange-desk.ts'
import { AT, personRow } from './rows.ts'

/** Small merges, of which a test says only what each side did. */

export const START = emptyContent(document('The yard belongs to the firm.'))

export type Side = (content: ReviewContent) => Partial<ReviewContent>

/** Both desks start from `base` and say something; merged, and the same whichever comes first. */
export function mergedFrom(base: ReviewContent, one: Side, other: Side) {
  const [left, right] = [one, other].map((side) => ({ ...base, ...side(base) }))
  if (!left || !right) throw new Error('Two sides')
  const context = {
    mergeId: 'merge' as VersionId,
    one: { origin: 'calder' as LibraryId, at: AT + 1 },
    other: { origin: 'quay' as LibraryId, at: AT + 2 },
    sha256,
  }
  const merged = mergeReview(base, left, right, context)
  const swapped = mergeReview(base, right, left, { ...context, one: context.other, other: context.one })
  expect(swapped).toEqual(merged)
  expect(reviewContent.parse(merged.content)).toEqual(merged.content)
  return merged
}

export function messageRow(text: string, fields: Partial<Message> = {}): Message {
  const id = `m-${text}` as MessageId
  return { id, authorId: personRow().id, at: AT, dateRaw: null, text, editedAt: null, earlier: [], ...fields }
}

export function threadRow(id: string, fields: Partial<Thread> = {}): Thread {
  return {
    id: id as ThreadId,
    target: { kind: 'article' },
    level: 'should',
    audience: 'desk',
    assigneeId: null,
    quote: '',
    resolvedBy: null,
    resolvedAt: null,
    messages: [messageRow(id)],
    ...fields,
  }
}
