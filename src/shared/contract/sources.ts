import { z } from 'zod'
import { articleId, sourceId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'
import { source, sourceFields } from '../model/source.ts'
import { confirmedNoName, bytes, fileName, saveOutcome } from './parts.ts'

export const sourcesMethods = {
  /**
   * Refused: a grade other than the suggested one without a reason, and what could tell who an unnamed source is
   * (rules/grade.ts, rules/personal-details.ts).
   */
  'sources.create': {
    args: z.object({
      articleId,
      id: sourceId,
      fields: sourceFields.omit({ attestation: true }),
      confirmedNoName,
    }),
    result: reviewState,
  },
  /** A source that becomes unnamed loses its file and its address. */
  'sources.update': {
    args: z.object({
      articleId,
      sourceId,
      fields: sourceFields.omit({ attestation: true }),
      confirmedNoName,
    }),
    result: reviewState,
  },
  /** Refused to the reporter, to who supplied it, and of a named source. */
  'sources.attest': {
    args: z.object({
      articleId,
      sourceId,
      reason: z.string().trim().min(1).max(2000),
      confirmedNoName,
    }),
    result: reviewState,
  },

  /**
   * Sources of other articles whose title, origin or address holds the words; newest first, at most 50. Of an unnamed
   * one the description alone is searched and told.
   */
  'sources.find': {
    args: z.object({ articleId, query: z.string().trim().max(200) }),
    result: z.array(z.object({ articleId, slug: z.string(), headline: z.string(), source })).readonly(),
  },
  /** Puts a source of another article into this one, without its attestation, which was for that story. */
  'sources.reuse': {
    args: z.object({
      articleId,
      id: sourceId,
      from: z.object({ articleId, sourceId }),
    }),
    result: reviewState,
  },
  /** Keeps a file with the source; replaces the one before. Refused for an unnamed source. */
  'sources.keepFile': { args: z.object({ articleId, sourceId, name: fileName, bytes }), result: reviewState },
  'sources.dropFile': { args: z.object({ articleId, sourceId }), result: reviewState },
  /** Hands the file back as it came. */
  'sources.saveFile': { args: z.object({ articleId, sourceId }), result: saveOutcome },
} as const
