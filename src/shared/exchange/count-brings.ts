import type { Brings } from '../contract/packages.ts'
import { canonicalJson } from '../rules/canonical-json.ts'
import type { ReviewContent } from './review-content.ts'

/** What a package brings, counted by kind, for whoever decides whether to take it in. */

type Counted = Omit<Brings, 'versions' | 'people' | 'files'>

/** Rows that are new, or say something else than before. */
function changed<Row>(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): number {
  const known = new Map(before.map((row) => [keyOf(row), canonicalJson(row)]))
  return after.filter((row) => known.get(keyOf(row)) !== canonicalJson(row)).length
}

function messagesOf({ threads }: ReviewContent) {
  return threads.flatMap(({ messages }) => messages.slice(1))
}

const byId = ({ id }: { readonly id: string }): string => id
const byPlace = ({ origin, seq }: { readonly origin: string; readonly seq: number }): string =>
  `${origin}/${seq}`

export function countBrings(before: ReviewContent, after: ReviewContent): Counted {
  const withoutReplies = ({ threads }: ReviewContent) =>
    threads.map((thread) => ({ ...thread, messages: thread.messages.slice(0, 1) }))
  return {
    changes: changed(before.changes, after.changes, byId),
    comments: changed(withoutReplies(before), withoutReplies(after), byId),
    replies: changed(messagesOf(before), messagesOf(after), byId),
    claims: changed(before.claims, after.claims, byId),
    sources: changed(before.sources, after.sources, byId),
    waivers: changed(before.waivers, after.waivers, byId),
    decisions: changed(before.changeDecisions, after.changeDecisions, byPlace),
    signOffs: changed(before.signOffs, after.signOffs, byPlace),
    logEvents: changed(before.log, after.log, byPlace),
  }
}
