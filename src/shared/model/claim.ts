import { z } from 'zod'
import { instant } from './article.ts'
import { claimId, personId, sourceId } from './ids.ts'

export const CLAIM_KINDS = [
  'number',
  'quotation',
  'attribution',
  'identity',
  'date-place',
  'event',
  'causal',
  'allegation',
  'opinion',
  'motive',
  'prediction',
  'background',
] as const
export const claimKind = z.enum(CLAIM_KINDS)
export type ClaimKind = z.infer<typeof claimKind>

export const RISKS = ['low', 'medium', 'high'] as const
export const risk = z.enum(RISKS)
export type Risk = z.infer<typeof risk>

export const CLAIM_STATUSES = [
  'found',
  'needs-source',
  'sourced',
  'checking',
  'verified',
  'verified-with-change',
  'disputed',
  'unverifiable',
  'opinion-labelled',
  'waived',
  'cut',
] as const
export const claimStatus = z.enum(CLAIM_STATUSES)
export type ClaimStatus = z.infer<typeof claimStatus>

/** What may be harmed by publishing it; any of them asks for a consultation (R17). */
export const CLAIM_FLAGS = ['harm', 'security', 'minors'] as const
export const claimFlag = z.enum(CLAIM_FLAGS)
export type ClaimFlag = z.infer<typeof claimFlag>

/** What of a person was compared with a record (R4). */
export const IDENTITY_PARTS = ['name', 'title', 'agency'] as const
export const identityPart = z.enum(IDENTITY_PARTS)
export type IdentityPart = z.infer<typeof identityPart>

/** What the rules ask of the claim itself, beside its sources. Empty string: not said. */
export const claimDetails = z.object({
  /** Anything the next reader should know. */
  note: z.string().max(4000).default(''),
  /** R1: the figure was worked out and so carries its sum; it tells of a rise or fall and so has two dated values. */
  computed: z.boolean().default(false),
  trend: z.boolean().default(false),
  /** R1: how a computed figure is worked out. */
  sum: z.string().max(1000),
  /** R3: who says it, in the words of the text. */
  attributedTo: z.string().max(300).default(''),
  /** R4: what was compared with a record, and when (any form of date). */
  identityChecked: z.array(identityPart).max(IDENTITY_PARTS.length).readonly().default([]),
  identityCheckedOn: z.string().max(100).default(''),
  /** R5: the date or place in the words of the text. */
  stated: z.string().max(300).default(''),
  /** R2: who said it, when (any form of date), and that a checker compared it word by word. */
  speaker: z.string().max(200),
  spokenOn: z.string().max(100),
  wordForWord: z.boolean(),
  /** R9, R10, R11: who holds the opinion, has the motive or makes the forecast; for an opinion also the measure. */
  holder: z.string().max(300),
  /** R11: what the forecast rests on. */
  basis: z.string().max(1000).default(''),
  /** R8, R16: parties spoken against. */
  parties: z.array(z.string().trim().min(1).max(200)).max(50).readonly(),
  /** R13: for words of the headline, a caption or a pull quote, the claim of the body that they repeat. */
  bodyClaimId: claimId.nullable().default(null),
  /** R17. */
  flags: z.array(claimFlag).max(CLAIM_FLAGS.length).readonly().default([]),
})
export type ClaimDetails = z.infer<typeof claimDetails>

/** Which part of a claim a source bears on: for a cause both ends and the link (R7), for a trend both values (R1). */
export const BEARINGS = [
  'claim',
  'cause',
  'effect',
  'link',
  'first-value',
  'second-value',
  'own-words',
] as const
export const bearing = z.enum(BEARINGS)
export type Bearing = z.infer<typeof bearing>

/** A source that contradicts never counts as support, and wants an answer. */
export const STANCES = ['supports', 'contradicts'] as const
export const stance = z.enum(STANCES)
export type Stance = z.infer<typeof stance>

export const claimSource = z.object({
  sourceId,
  /** Where in the source this claim is borne out; empty: as the source says. */
  locator: z.string().max(300),
  note: z.string().max(2000),
  bears: z.array(bearing).min(1).max(BEARINGS.length).readonly().default(['claim']),
  stance: stance.default('supports'),
  /** Why the claim stands although this source contradicts it; empty: nobody has said. */
  answer: z.string().max(2000).default(''),
})
export type ClaimSource = z.infer<typeof claimSource>

export const claim = z.object({
  id: claimId,
  kind: claimKind,
  risk,
  paraphrase: z.string().max(2000),
  status: claimStatus,
  /** Final-projection words of its anchors, joined by " … ", when it last had any. */
  quote: z.string().max(8000),
  /** The same words as they stood when it was verified; a difference makes the claim stale. */
  verifiedQuote: z.string().max(8000).nullable(),
  verifiedBy: personId.nullable(),
  verifiedAt: instant.nullable(),
  details: claimDetails,
  /** R12: the checker who takes it for common knowledge, by name. */
  commonKnowledge: z.object({ by: personId, at: instant }).nullable(),
  sources: z.array(claimSource).readonly(),
  createdBy: personId,
  createdAt: instant,
  updatedAt: instant,
})
export type Claim = z.infer<typeof claim>

export const NO_DETAILS: ClaimDetails = {
  note: '',
  computed: false,
  trend: false,
  sum: '',
  attributedTo: '',
  identityChecked: [],
  identityCheckedOn: '',
  stated: '',
  speaker: '',
  spokenOn: '',
  wordForWord: false,
  holder: '',
  basis: '',
  parties: [],
  bodyClaimId: null,
  flags: [],
}
