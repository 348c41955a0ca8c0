import type { Thread } from '../../../../shared/model/thread.ts'
import type { WordSource } from '../../../import/docx/source-types.ts'

/** Which threads of a review are those of its file. */
export type KnownThreads = {
  /** w:id of a message that the file has, by the id of the message in the review. */
  readonly numbers: ReadonlyMap<string, string>
  /** The thread of the file that a thread of the review is. */
  readonly sourceOf: ReadonlyMap<string, Thread>
  /** Threads of the file that the review has no more. */
  readonly gone: readonly Thread[]
}

/** Ids in a review are its own: a message is known by its author, its date as written and its first words. */
export function knowThreads(threads: readonly Thread[], source: WordSource): KnownThreads {
  const numberOf = new Map(source.comments.map((comment) => [comment.message, comment.number]))
  const waiting = Map.groupBy(source.result.threads, (thread) => sign(thread.messages[0]))
  const numbers = new Map<string, string>()
  const sourceOf = new Map<string, Thread>()
  for (const thread of threads) {
    const alike = waiting.get(sign(thread.messages[0])) ?? []
    const found = alike.toSorted((a, b) => shared(b, thread) - shared(a, thread))[0]
    if (!found) continue
    alike.splice(alike.indexOf(found), 1)
    sourceOf.set(thread.id, found)
    const left = [...found.messages]
    for (const message of thread.messages) {
      const at = left.findIndex((one) => sign(one) === sign(message))
      const [match] = at < 0 ? [] : left.splice(at, 1)
      const number = match && numberOf.get(match.id)
      if (number !== undefined) numbers.set(message.id, number)
    }
  }
  return { numbers, sourceOf, gone: [...waiting.values()].flat() }
}

/** How many messages two threads have in common, and whether they stand on the same words. */
function shared(one: Thread, other: Thread): number {
  const signs = new Set(one.messages.map(sign))
  return (
    other.messages.filter((message) => signs.has(sign(message))).length +
    (one.quote === other.quote ? 0.5 : 0)
  )
}

function sign(message: Thread['messages'][number] | undefined): string {
  if (!message) return ''
  const { authorId, dateRaw, text, earlier } = message
  return JSON.stringify([authorId, dateRaw, dateRaw === null ? message.id : (earlier[0]?.text ?? text)])
}
