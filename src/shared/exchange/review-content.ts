import { z } from 'zod'
import { storedAnchor } from '../model/anchor.ts'
import { signOff } from '../model/approval.ts'
import { article, instant } from '../model/article.ts'
import { changeDecision, changeRecord, changeSet } from '../model/change.ts'
import { dismissal } from '../model/check.ts'
import { claim } from '../model/claim.ts'
import { conflict } from '../model/conflict.ts'
import { consultation } from '../model/consultation.ts'
import { custodyMove } from '../model/custody.ts'
import { personId } from '../model/ids.ts'
import { reply } from '../model/reply.ts'
import { logEvent } from '../model/review.ts'
import { source } from '../model/source.ts'
import { thread } from '../model/thread.ts'
import { waiver } from '../model/waiver.ts'

/**
 * Everything of one article that is exchanged between desks and merged: what a package carries, and what a saved
 * version keeps. The order of rows says nothing; `sortContent` (sort-content.ts) gives the one in which contents are
 * compared.
 */

/**
 * `headSeq` counts the steps of one desk, `headline` is read from the text, who has the right to edit is read from the
 * moves of that right, and whether it can only be read is for each desk to say: none of these travel.
 */
export const exchangedArticle = article.omit({
  headSeq: true,
  headline: true,
  editRight: true,
  rightWith: true,
  readOnly: true,
})
export type ExchangedArticle = z.infer<typeof exchangedArticle>

const exchangedChangeSet = changeSet.extend({ authorId: personId, at: instant })

/** `seq` counts from 1 for each origin: the library it was made in, empty for those older than libraries with an id. */
const exchangedDecision = changeDecision.extend({ origin: z.string().max(64) })

export const reviewContent = z.object({
  article: exchangedArticle,
  /** ProseMirror JSON of the redline; whoever reads it from outside checks it by `parseDocument`. */
  document: z.unknown(),
  changes: z.array(changeRecord).readonly(),
  changeSets: z.array(exchangedChangeSet).readonly(),
  changeDecisions: z.array(exchangedDecision).readonly(),
  anchors: z.array(storedAnchor).readonly(),
  threads: z.array(thread).readonly(),
  claims: z.array(claim).readonly(),
  sources: z.array(source).readonly(),
  waivers: z.array(waiver).readonly(),
  replies: z.array(reply).readonly(),
  consultations: z.array(consultation).readonly(),
  dismissals: z.array(dismissal).readonly(),
  signOffs: z.array(signOff).readonly(),
  log: z.array(logEvent).readonly(),
  conflicts: z.array(conflict).readonly(),
  /** Moves of the right to edit: a union by id, and who has it is read from all of them. */
  custody: z.array(custodyMove).readonly(),
})
export type ReviewContent = z.infer<typeof reviewContent>
