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

/** What the rules ask of the claim itself, beside its sources. Empty string: not said. */
export const claimDetails = z.object({
  /** R1: how a computed figure is worked out. */
  sum: z.string().max(1000),
  /** R2: who said it, when (any form of date), and that a checker compared it word by word. */
  speaker: z.string().max(200),
  spokenOn: z.string().max(100),
  wordForWord: z.boolean(),
  /** R9: who holds the opinion, or the stated measure. */
  holder: z.string().max(300),
  /** R8, R16: parties spoken against. */
  parties: z.array(z.string().trim().min(1).max(200)).max(50).readonly(),
})
export type ClaimDetails = z.infer<typeof claimDetails>

export const claimSource = z.object({
  sourceId,
  /** Where in the source this claim is borne out; empty: as the source says. */
  locator: z.string().max(300),
  note: z.string().max(2000),
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
  sources: z.array(claimSource).readonly(),
  createdBy: personId,
  createdAt: instant,
  updatedAt: instant,
})
export type Claim = z.infer<typeof claim>

export const NO_DETAILS: ClaimDetails = {
  sum: '',
  speaker: '',
  spokenOn: '',
  wordForWord: false,
  holder: '',
  parties: [],
}
