import type { MessageId, PersonId, ThreadId } from '../../../../../src/shared/model/ids.ts'
import type { ThreadView } from '../../../../../src/shared/model/review.ts'

/** A thread of Ines Calloway's, with what is to be otherwise. */
export function threadOf(fields: Partial<ThreadView> & { readonly text?: string } = {}): ThreadView {
  const { text = 'By whom?', ...rest } = fields
  return {
    id: 't1' as ThreadId,
    target: { kind: 'range' },
    level: 'should',
    audience: 'desk',
    assigneeId: null,
    quote: 'officials said',
    resolvedBy: null,
    resolvedAt: null,
    orphaned: false,
    messages: [messageOf('ines', text)],
    ...rest,
  }
}

export function messageOf(authorId: string, text: string, at = 1): ThreadView['messages'][number] {
  return {
    id: `m${at}` as MessageId,
    authorId: authorId as PersonId,
    at,
    dateRaw: null,
    text,
    editedAt: null,
    earlier: [],
  }
}
