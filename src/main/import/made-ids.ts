import type { MessageId, PersonId, ThreadId } from '../../shared/model/ids.ts'

/** Ids that were made for this import a moment ago: they need no check, and a long file has thousands of them. */

export function madeThreadId(id: string): ThreadId {
  return id as ThreadId
}

export function madeMessageId(id: string): MessageId {
  return id as MessageId
}

export function madePersonId(id: string): PersonId {
  return id as PersonId
}
