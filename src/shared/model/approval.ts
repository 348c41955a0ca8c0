import { z } from 'zod'
import { instant, status } from './article.ts'
import { articleId, personId, signOffId, versionId } from './ids.ts'
import { role } from './person.ts'
import type { Role } from './person.ts'
import { SLOTS } from './slots.ts'

export const slot = z.enum(SLOTS)
export type Slot = z.infer<typeof slot>

/** The role that signs a slot. */
export const ROLE_OF_SLOT: Readonly<Record<Slot, Role>> = {
  desk: 'desk',
  facts: 'checker',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approval: 'approver',
}

export const decision = z.enum(['approve', 'approve-with-conditions', 'return', 'hold', 'kill'])
export type Decision = z.infer<typeof decision>

/** What a record says: a decision, or that one was taken back. */
export const recordedDecision = z.enum([...decision.options, 'withdraw'])
export type RecordedDecision = z.infer<typeof recordedDecision>

/** SHA-256 as 64 hex digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One row that a signature covers, by what it said then. `number`: by which people knew it. */
export const coveredRow = z.object({
  kind: z.enum(['claim', 'source', 'waiver', 'reply', 'consultation']),
  id: z.string().max(64),
  number: z.number().int().min(1),
  /** The first 32 hex digits of a SHA-256. */
  digest: z.string().regex(/^[0-9a-f]{32}$/),
})
export type CoveredRow = z.infer<typeof coveredRow>

/** What a signature covers: nothing else can void it, and what did is told from the difference. */
export const scope = z.object({
  /** The whole text, by the record's text hash. */
  text: z.boolean(),
  rows: z.array(coveredRow).readonly(),
  /** Digest of the sourcing rules that the rows were judged by; empty where they do not matter. */
  rules: z.string().max(64),
})
export type Scope = z.infer<typeof scope>

/** One signature: append-only, bound to what it covers, chained to the one before it of the same origin. */
export const signOff = z.object({
  id: signOffId,
  /** The library it was made in; empty for records that are older than libraries with an id. */
  origin: z.string().max(64),
  /** 1 for the first of an article and origin; no gaps. */
  seq: z.number().int().min(1),
  articleId,
  version: z.number().int(),
  slot,
  decision: recordedDecision,
  /** The statement exactly as it was shown. */
  statement: z.string().max(4000),
  /** Conditions of the approval, or the reason of a return, hold or kill. */
  conditions: z.string().max(4000),
  personId,
  /** The name as typed by the person who signed. */
  typedName: z.string().max(200),
  role,
  at: instant,
  /** Minutes east of UTC where it was signed. */
  utcOffset: z.number().int().min(-840).max(840),
  textHash: sha256,
  evidenceHash: sha256,
  /** The saved version that was signed; null for records that are older than saved versions. */
  versionId: versionId.nullable(),
  /** Null for records from before, which any change of the text or of the evidence voids. */
  scope: scope.nullable(),
  /** Ids of the waivers in force. */
  waivers: z.array(z.string().max(64)).readonly(),
  /** Of a hold. */
  until: instant.nullable(),
  /** Of a return: the step to come back to. */
  returnTo: status.nullable(),
  /** Hash of the record before it; 64 zeros for the first. */
  previous: sha256,
  /** SHA-256 of this record without `hash`, as canonical JSON (main/core/chain.ts). */
  hash: sha256,
})
export type SignOff = z.infer<typeof signOff>

export const slotState = z.object({
  slot,
  required: z.boolean(),
  /** The rule that makes a conditional slot required, or empty. */
  requiredBy: z.string(),
  state: z.enum(['waiting', 'signed', 'void', 'not-needed']),
  /** Why a signature is void, with the difference: "text changed", "claim 7 changed". */
  cause: z.string(),
  signOff: signOff.nullable(),
})
export type SlotState = z.infer<typeof slotState>

export const BLOCKERS = ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10', 'B11', 'B12'] as const
export const blockerCode = z.enum(BLOCKERS)
export type BlockerCode = z.infer<typeof blockerCode>

/** Where "Go to" leads. */
export const blockerTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('change'), id: z.string() }),
  z.object({ kind: z.literal('thread'), id: z.string() }),
  z.object({ kind: z.literal('claim'), id: z.string() }),
  z.object({ kind: z.literal('slot'), slot }),
  z.object({ kind: z.literal('details') }),
  /** Where people change who is at the desk. */
  z.object({ kind: z.literal('people') }),
  z.object({ kind: z.literal('conflict'), id: z.string() }),
  /** Where files are made. */
  z.object({ kind: z.literal('export') }),
  z.object({ kind: z.literal('legal-hold') }),
])
export type BlockerTarget = z.infer<typeof blockerTarget>

/** One thing of those that a blocker counts, and where it is dealt with. */
export const blockerCause = z.object({ text: z.string(), target: blockerTarget })
export type BlockerCause = z.infer<typeof blockerCause>

/** One row of what stops the approval. Decided in main; the interface only shows it. */
export const blocker = z.object({
  code: blockerCode,
  /** One sentence: "14 changes are open." */
  title: z.string(),
  /** More of it: "8 by IC, 6 by TR." May be empty. */
  detail: z.string(),
  /** Where the first cause is dealt with. */
  target: blockerTarget,
  /** Each of them, in the order of the text; empty where the title says it all, and for open changes, which have a list of their own. */
  causes: z.array(blockerCause).readonly(),
})
export type Blocker = z.infer<typeof blocker>
