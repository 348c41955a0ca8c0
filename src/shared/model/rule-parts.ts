import { z } from 'zod'
import { PARAGRAPH_STYLES } from '../document/attributes.ts'
import { bearing, claimKind, claimStatus, identityPart, risk } from './claim.ts'
import { role } from './person.ts'
import { replyOutcome } from './reply.ts'
import { grade, onRecord, sourceKind } from './source.ts'

/** What sourcing rules can ask of a source, of a claim, and of the records beside them. */

/** Which sources count. Every given condition must hold; of a list, one entry is enough unless said otherwise. */
export const sourceTest = z.strictObject({
  grades: z.array(grade).nonempty().optional(),
  kinds: z.array(sourceKind).nonempty().optional(),
  records: z.array(onRecord).nonempty().optional(),
  direct: z.boolean().optional(),
  /** An editor attests, with a reason, knowing who it is. */
  attested: z.boolean().optional(),
  /** Fields of the source that must all be filled in. A locator may also stand at the claim. */
  filled: z
    .array(z.enum(['locator', 'period', 'medium', 'origin', 'url', 'inText']))
    .nonempty()
    .optional(),
  /** What the source bears on at this claim. */
  bears: z.array(bearing).nonempty().optional(),
  /** The words of one of these fields stand in the final text. */
  named: z
    .array(z.enum(['inText', 'title']))
    .nonempty()
    .optional(),
})
export type SourceTest = z.infer<typeof sourceTest>

export const CLAIM_FIELDS = [
  'computed',
  'trend',
  'sum',
  'attributedTo',
  'identityCheckedOn',
  'stated',
  'speaker',
  'spokenOn',
  'wordForWord',
  'holder',
  'basis',
  'parties',
  'flags',
  'commonKnowledge',
] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]

export const listName = z.string().regex(/^[a-z][a-z-]{0,39}$/, 'a name is of small letters and -')

/** What is so of a claim. Every given condition must hold; none given: any claim. */
export const claimTest = z.strictObject({
  kinds: z.array(claimKind).nonempty().optional(),
  risks: z.array(risk).nonempty().optional(),
  statuses: z.array(claimStatus).nonempty().optional(),
  /** Fields that are all filled in or ticked. */
  filled: z.array(z.enum(CLAIM_FIELDS)).nonempty().optional(),
  /** Fields of which none is. */
  empty: z.array(z.enum(CLAIM_FIELDS)).nonempty().optional(),
  /** The words of all these fields stand in the final text. */
  inText: z
    .array(z.enum(['attributedTo', 'stated', 'speaker', 'holder']))
    .nonempty()
    .optional(),
  /** What of a person was compared with a record: all of these. */
  checked: z.array(identityPart).nonempty().optional(),
  /** Its words hold one, or none, of the named list of the book. */
  words: listName.optional(),
  noWords: listName.optional(),
  /** One of its places is in a paragraph of one of these styles. */
  places: z.array(z.enum(PARAGRAPH_STYLES)).nonempty().optional(),
  /** Its words are those that were verified; and where they are not, whether only the spelling differs. */
  fresh: z.boolean().optional(),
  spellingOnly: z.boolean().optional(),
  /** A source attached to it says otherwise; each that does has an answer. */
  contradicted: z.boolean().optional(),
  answered: z.boolean().optional(),
  /** At least one source passes this. */
  withSource: sourceTest.optional(),
})
export type ClaimTest = z.infer<typeof claimTest>

/** One way of meeting a demand: everything that it gives must hold. */
export const way = z.strictObject({
  /** At least so many sources, each with an origin of its own, pass `test`; default 1. */
  count: z.number().int().min(1).max(9).optional(),
  test: sourceTest.optional(),
  /** At least one of those counted also passes this. */
  oneOf: sourceTest.optional(),
  claim: claimTest.optional(),
  /** Every source of the claim that matches `each.of` must pass `each.must`; met when none matches. */
  each: z.strictObject({ of: sourceTest, must: sourceTest }).optional(),
  /**
   * Without `outcomes`: the claim was put to every party that it names. With them: of the parties that it was put to,
   * each has a record with one of these outcomes.
   */
  replies: z.strictObject({ outcomes: z.array(replyOutcome).nonempty().optional() }).optional(),
  /** Somebody in one of these roles recorded advice on the claim, or on the whole article. */
  consulted: z.strictObject({ as: z.array(role).nonempty() }).optional(),
  /** The claim that it repeats, or it itself, is verified, not stale, and has a place in one of these styles. */
  bodyClaim: z.strictObject({ places: z.array(z.enum(PARAGRAPH_STYLES)).nonempty() }).optional(),
})
export type Way = z.infer<typeof way>
