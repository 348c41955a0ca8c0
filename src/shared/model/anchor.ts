import { z } from 'zod'
import { CONTEXT, MAX_EXACT } from '../document/quotes/quote.ts'
import { instant } from './article.ts'
import { personId } from './ids.ts'

export const anchorMark = z.enum(['comment', 'claim'])
export type AnchorMark = z.infer<typeof anchorMark>

/** The words that an anchor held on to, with what stood around them (document/quote.ts). */
export const quote = z.object({
  exact: z.string().max(MAX_EXACT),
  prefix: z.string().max(CONTEXT),
  suffix: z.string().max(CONTEXT),
  paragraph: z.number().int().min(0),
  offset: z.number().int().min(0),
})

/**
 * How an anchor stands over its words. `check`: it was put there by likeness, and nobody has said yet that this is the
 * place. `detached`: a person took it away from words that were not its own.
 */
const ATTACHMENTS = ['attached', 'check', 'detached'] as const
export const attachment = z.enum(ATTACHMENTS)
export type Attachment = z.infer<typeof attachment>

/** What is known of an anchor beside where it stands; one that never lost any of its words has no such record. */
export const anchorRecord = z.object({
  mark: anchorMark,
  /** Of the comment or of the claim. */
  id: z.string(),
  attachment,
  /** Who said that this is the place, and when; null where nobody had to. */
  confirmedBy: personId.nullable(),
  confirmedAt: instant.nullable(),
})
export type AnchorRecord = z.infer<typeof anchorRecord>

/** A record with the words that the anchor last held on to, one quotation for each of its places. */
export const storedAnchor = anchorRecord.extend({ quotes: z.array(quote).readonly() })
export type StoredAnchor = z.infer<typeof storedAnchor>
