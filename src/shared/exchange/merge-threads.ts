import { compareWords } from '../document/merge/merge-refs.ts'
import type { EarlierText, Message, Thread } from '../model/thread.ts'
import { APART, DERIVED, KEPT, mergeRow, valueOf } from './merge-row.ts'
import type { RowMerging, RowRules } from './merge-row.ts'
import { canonicalJson } from '../rules/canonical-json.ts'
import { compareJson, fullerOf, rowsByKey } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'

export const THREAD_RULES: RowRules<Thread> = {
  fields: {
    id: KEPT,
    target: KEPT,
    level: valueOf('level'),
    audience: valueOf('audience'),
    assigneeId: valueOf('assigneeId'),
    quote: DERIVED,
    resolvedBy: valueOf('resolved'),
    resolvedAt: valueOf('resolved'),
    messages: APART,
  },
  units: {
    level: { words: 'level' },
    audience: { words: 'who may read it' },
    assigneeId: { words: 'who it is for' },
    resolved: { words: 'resolved or open', says: ({ resolvedAt }) => resolvedAt !== null },
  },
}

/** Oldest first; words that were there twice in a row, in the telling of two desks, are there once. */
function uniteEarlier(lists: readonly (readonly EarlierText[])[]): readonly EarlierText[] {
  const all = new Map(lists.flat().map((earlier) => [canonicalJson(earlier), earlier]))
  const sorted = [...all.values()].toSorted((a, b) => a.until - b.until || compareWords(a.text, b.text))
  return sorted.filter((earlier, place) => earlier.text !== sorted[place + 1]?.text)
}

function lastSaid({ at, editedAt }: Message): number {
  return editedAt ?? at
}

/** Of two wordings the later stands, and the other one is kept as what was said before. */
function mergeMessage({ base, one, other }: ThreeWay<Message | null>): Message | null {
  if (!one || !other) return one ?? other
  const [later, sooner] = [one, other].toSorted(
    (a, b) => lastSaid(b) - lastSaid(a) || compareJson(a.text, b.text),
  )
  if (!later || !sooner) return one
  const isKnown = sooner.text === later.text || later.earlier.some(({ text }) => text === sooner.text)
  const gaveWay = isKnown ? [] : [{ text: sooner.text, until: lastSaid(later) }]
  const earlier = uniteEarlier([one.earlier, other.earlier, gaveWay])
  return {
    ...fullerOf(one, other),
    ...(base ? { authorId: base.authorId } : {}),
    text: later.text,
    editedAt: later.editedAt,
    earlier,
  }
}

function placesOf(messages: readonly Message[]): ReadonlyMap<string, number> {
  return new Map(messages.map(({ id }, place) => [id, place]))
}

/** What both had keeps its order, for the first is the comment; what is new follows by time. */
function mergeMessages(three: ThreeWay<readonly Message[]>): readonly Message[] {
  const merged = rowsByKey(three, (message) => message.id).flatMap(({ rows }) => mergeMessage(rows) ?? [])
  const known =
    three.base.length > 0 ? three.base : three.one.length <= three.other.length ? three.one : three.other
  const places = placesOf(known)
  const placeOf = ({ id }: Message) => places.get(id) ?? Number.MAX_SAFE_INTEGER
  return merged.toSorted((a, b) => placeOf(a) - placeOf(b) || a.at - b.at || compareWords(a.id, b.id))
}

/** A comment that both sides have. Conflicts do not quote it: not everybody may read it. */
export function mergeThread(
  threads: { readonly base: Thread | null; readonly one: Thread; readonly other: Thread },
  merging: RowMerging,
): Thread {
  const { base, one, other } = threads
  const row = mergeRow(THREAD_RULES, threads, { table: 'thread', id: one.id, words: 'A comment' }, merging)
  return {
    ...row,
    messages: mergeMessages({ base: base?.messages ?? [], one: one.messages, other: other.messages }),
  }
}
