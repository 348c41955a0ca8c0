import type { MessageId, PersonId, ThreadId } from '../../model/ids.ts'
import type { RemarkNames } from '../../model/returned.ts'
import type { Message, Thread } from '../../model/thread.ts'
import { returnedMinutes, sentMinutes } from './returned-dates.ts'

/** The comments of a file that came back, held against those that it was sent with. */

export type ReturnedThreads = {
  readonly threads: readonly Thread[]
  /** The comment here that each comment of the file is; those that are new keep their ids. */
  readonly idOf: ReadonlyMap<string, ThreadId>
  readonly added: ReadonlySet<string>
  readonly replies: number
  /** Resolved, or opened again. */
  readonly resolved: number
  /** Whose words the file has otherwise. */
  readonly reworded: number
  /** Comments that were in the file, and are not any more: they stay. */
  readonly missing: number
}

type Known = RemarkNames & { readonly id: string }

export type ThreadContext = {
  /** Comments that the file was sent with. */
  readonly isSent: (thread: Thread) => boolean
  /** What the file called each message when it was sent. */
  readonly sentNames: readonly Known[]
  readonly copyNames: ReadonlyMap<string, RemarkNames>
  readonly nameOf: (personId: string) => string
  readonly them: PersonId
  /** When the file was saved. */
  readonly at: number
  readonly offset: number
  readonly newId: () => string
}

type Place = { readonly thread: Thread; readonly message: Message }

function saidAlike(one: string, other: string): boolean {
  if (one === other) return true
  // Programs put a space more or less: texts of unlike length need no closer look.
  if (Math.abs(one.length - other.length) > 16) return false
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
  return flat(one) === flat(other)
}

function isSameTime(sent: Message, copy: Message, offset: number): boolean {
  const minutes = new Set(sentMinutes(sent, offset))
  return returnedMinutes(copy).some((minute) => minutes.has(minute))
}

/** The message of ours that each of theirs is; each is one at most. */
function matchMessages(
  sent: readonly Place[],
  copy: readonly Message[],
  context: ThreadContext,
): ReadonlyMap<string, Place> {
  const { nameOf, offset, copyNames } = context
  const found = new Map<string, Place>()
  const free = new Set(sent)
  const named = new Map(context.sentNames.map((one) => [one.id, one]))
  const isNamedSame = (mine: Place, theirs: Message) => {
    const [one, other] = [named.get(mine.message.id), copyNames.get(theirs.id)]
    if (!one || !other) return false
    return (
      (one.durableId !== '' && one.durableId === other.durableId) ||
      (one.paraId !== '' && one.paraId === other.paraId)
    )
  }
  const bySame = (mine: Place, theirs: Message) => nameOf(mine.message.authorId) === nameOf(theirs.authorId)
  const rules: readonly ((mine: Place, theirs: Message) => boolean)[] = [
    (mine, theirs) =>
      isNamedSame(mine, theirs) && bySame(mine, theirs) && saidAlike(mine.message.text, theirs.text),
    (mine, theirs) =>
      bySame(mine, theirs) &&
      isSameTime(mine.message, theirs, offset) &&
      saidAlike(mine.message.text, theirs.text),
    (mine, theirs) => bySame(mine, theirs) && saidAlike(mine.message.text, theirs.text),
    (mine, theirs) => isNamedSame(mine, theirs) && bySame(mine, theirs),
  ]
  for (const isSame of rules) {
    for (const theirs of copy) {
      if (found.has(theirs.id)) continue
      const mine = [...free].find((one) => isSame(one, theirs))
      if (!mine) continue
      found.set(theirs.id, mine)
      free.delete(mine)
    }
  }
  return found
}

function cut(text: string): string {
  return text.slice(0, 20_000).toWellFormed()
}

/** `copy`: with the ids of people that they have here. */
export function returnedThreads(
  sent: readonly Thread[],
  copy: readonly Thread[],
  context: ThreadContext,
): ReturnedThreads {
  const told = sent.filter(context.isSent)
  const places = told.flatMap((thread) => thread.messages.map((message) => ({ thread, message })))
  const matched = matchMessages(
    places,
    copy.flatMap(({ messages }) => messages),
    context,
  )
  const idOf = new Map<string, ThreadId>()
  const additions = new Map<string, Message[]>()
  const states = new Map<string, boolean>()
  const added: Thread[] = []
  const seen = new Set<string>()
  let reworded = 0
  for (const thread of copy) {
    const [root] = thread.messages
    const home = thread.messages.map(({ id }) => matched.get(id)).find((place) => place !== undefined)
    if (!home || !root) {
      added.push(thread)
      idOf.set(thread.id, thread.id)
      continue
    }
    const known = home.thread
    idOf.set(thread.id, known.id)
    seen.add(known.id)
    // Of replies that a program made comments of their own, only the first remark tells.
    const isRoot = matched.get(root.id)?.message === known.messages[0]
    if (isRoot) states.set(known.id, thread.resolvedAt !== null)
    const list = additions.get(known.id) ?? []
    additions.set(known.id, list)
    for (const message of thread.messages) {
      const mine = matched.get(message.id)
      if (!mine) list.push(message)
      else if (!saidAlike(mine.message.text, message.text)) {
        reworded += 1
        list.push(rewording(message, context))
      }
    }
  }
  const changed = sent.map((thread): Thread => {
    const more = additions.get(thread.id) ?? []
    const isDone = states.get(thread.id)
    const isSettled = isDone === undefined || isDone === (thread.resolvedAt !== null)
    const state = isSettled
      ? {}
      : { resolvedBy: isDone ? context.them : null, resolvedAt: isDone ? context.at : null }
    return more.length === 0 && isSettled
      ? thread
      : { ...thread, ...state, messages: [...thread.messages, ...more] }
  })
  const replies = [...additions.values()].reduce((sum, list) => sum + list.length, 0)
  const resolved = changed.filter(
    ({ resolvedAt }, place) => (resolvedAt !== null) !== (sent[place]?.resolvedAt !== null),
  )
  return {
    threads: [...changed, ...added],
    idOf,
    added: new Set(added.map(({ id }) => id)),
    replies,
    resolved: resolved.length,
    reworded,
    missing: told.filter(({ id }) => !seen.has(id)).length,
  }
}

/** Who said it is not made to have said something else: the words of the file stand beside it. */
function rewording({ text }: Message, { them, at, newId }: ThreadContext): Message {
  const words = cut(`In the Word copy this remark reads: ${text}`)
  return {
    id: newId() as MessageId,
    authorId: them,
    at,
    dateRaw: null,
    text: words,
    editedAt: null,
    earlier: [],
  }
}
