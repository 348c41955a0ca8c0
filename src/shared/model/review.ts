import { z } from 'zod'
import { anchorRecord } from './anchor.ts'
import { blocker, sha256, signOff, slotState } from './approval.ts'
import { article, instant } from './article.ts'
import { changeRecord, changeSet } from './change.ts'
import { claim } from './claim.ts'
import { conflict } from './conflict.ts'
import { consultation } from './consultation.ts'
import { dismissal } from './check.ts'
import { personId, versionId } from './ids.ts'
import { role } from './person.ts'
import { reply } from './reply.ts'
import { ruleResult } from './rule.ts'
import { source } from './source.ts'
import { thread } from './thread.ts'
import { waiver } from './waiver.ts'
import { move } from './workflow.ts'

/** A claim with what is derived from the text and the rules. */
export const claimView = claim.extend({
  /** Its number in the order of the text, from 1; claims without a place come last. */
  number: z.number().int().min(1),
  /** Final words of its anchors now; empty when orphaned. */
  words: z.string(),
  orphaned: z.boolean(),
  stale: z.boolean(),
  /** Stale, and only in spelling, case, punctuation or spaces: it may be re-confirmed in one step. */
  spellingOnly: z.boolean(),
  /** Verified (not stale), labelled, waived or cut, and nothing now speaks against that. */
  cleared: z.boolean(),
  results: z.array(ruleResult).readonly(),
})
export type ClaimView = z.infer<typeof claimView>

export const threadView = thread.extend({ orphaned: z.boolean() })
export type ThreadView = z.infer<typeof threadView>

/** Everything that is said about an article at one sequence number, except the document itself. */
export const reviewState = z.object({
  article,
  /** Which save the derived parts speak of. */
  seq: z.number().int(),
  words: z.number().int(),
  changes: z.array(changeRecord).readonly(),
  changeSets: z.array(changeSet).readonly(),
  /** What is known of anchors that lost words once; the others are simply attached. */
  anchors: z.array(anchorRecord).readonly(),
  threads: z.array(threadView).readonly(),
  claims: z.array(claimView).readonly(),
  sources: z.array(source).readonly(),
  waivers: z.array(waiver).readonly(),
  replies: z.array(reply).readonly(),
  consultations: z.array(consultation).readonly(),
  /** What two desks said differently, settled or not. */
  conflicts: z.array(conflict).readonly(),
  /** Proposals that were dismissed, by their words. */
  dismissals: z.array(dismissal).readonly(),
  signOffs: z.array(signOff).readonly(),
  slots: z.array(slotState).readonly(),
  blockers: z.array(blocker).readonly(),
  /** Where the article can go from here, by whom, and what stands in the way of each. */
  moves: z.array(move).readonly(),
  /** Roles that may edit without tracking as the article stands now; everybody else's edits are suggestions. */
  untracked: z.array(role).readonly(),
  textHash: sha256,
  evidenceHash: sha256,
  /** The text of the last approval, also after re-opening; null while there never was one. */
  approvedVersionId: versionId.nullable(),
  rulesVersion: z.string(),
  /** The statement that the approval slot would be signed under. */
  statement: z.string(),
})
export type ReviewState = z.infer<typeof reviewState>

/** One line of the log: append-only and hash-chained for each article. */
export const logEvent = z.object({
  /** The library that wrote it; each has its own chain. Empty for events from before libraries had an identity. */
  origin: z.string().max(64),
  seq: z.number().int().min(1),
  at: instant,
  personId: personId.nullable(),
  kind: z.string(),
  /** The act in words. */
  summary: z.string(),
  /** Over all that was said of the article, and its text, after the act; null in events from before there were seals. */
  root: sha256.nullable(),
  previous: sha256,
  hash: sha256,
})
export type LogEvent = z.infer<typeof logEvent>

export const warning = z.object({ code: z.string(), message: z.string() })
/** Something that came in differently, and how; every import and export lists them. */
export type Warning = z.infer<typeof warning>

export const AUDIENCES = ['internal', 'legal', 'external'] as const
export const audience = z.enum(AUDIENCES)
export type Audience = z.infer<typeof audience>

export const EXPORT_KINDS = [
  'docx-review',
  'docx-clean',
  'docx-original',
  'pdf-packet',
  'pdf-redline',
  'pdf-clean',
  'package',
] as const
export const exportKind = z.enum(EXPORT_KINDS)
export type ExportKind = z.infer<typeof exportKind>
