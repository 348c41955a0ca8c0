import { z } from 'zod'
import { instant } from './article.ts'
import { claimId, personId, waiverId } from './ids.ts'
import { role } from './person.ts'

export const WAIVER_CATEGORIES = [
  'public-interest',
  'public-record',
  'own-knowledge',
  'legal-advice',
  'time',
  'other',
] as const
export const waiverCategory = z.enum(WAIVER_CATEGORIES)
export type WaiverCategory = z.infer<typeof waiverCategory>

/** Shortest reason of a waiver, in characters. */
export const MIN_WAIVER_REASON = 20

export const waiverFields = z.object({
  claimId,
  /** Ids of the rules that the claim runs without. */
  rules: z
    .array(z.string().regex(/^R\d{1,2}$/))
    .min(1)
    .max(20)
    .readonly(),
  category: waiverCategory,
  reason: z
    .string()
    .trim()
    .min(MIN_WAIVER_REASON, `Say why in ${MIN_WAIVER_REASON} characters or more.`)
    .max(2000),
  askedBy: personId,
  /** The last version of the article that it holds for. */
  throughVersion: z.number().int().min(1),
})

/** A named, reasoned and expiring permission to run a claim without a rule. Never changed; only ended. */
export const waiver = waiverFields.extend({
  id: waiverId,
  grantedBy: personId,
  /** The role in which it was granted. */
  grantedAs: role,
  at: instant,
  endedBy: personId.nullable(),
  endedAt: instant.nullable(),
})
export type Waiver = z.infer<typeof waiver>
