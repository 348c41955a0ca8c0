import { z } from 'zod'
import { claimDetails, claimKind, claimSource, claimStatus, risk } from '../model/claim.ts'
import { consultationFields } from '../model/consultation.ts'
import { articleId, claimId, consultationId, replyId, sourceId, waiverId } from '../model/ids.ts'
import { replyFields } from '../model/reply.ts'
import { reviewState } from '../model/review.ts'
import { waiverFields } from '../model/waiver.ts'
import { confirmedNoName, edit } from './parts.ts'

export const claimsMethods = {
  'claims.create': {
    args: z.object({
      articleId,
      edit: edit.nullable(),
      id: claimId,
      kind: claimKind,
      risk,
      paraphrase: z.string().trim().max(2000),
    }),
    result: reviewState,
  },
  'claims.update': {
    args: z.object({
      articleId,
      claimId,
      kind: claimKind,
      risk,
      paraphrase: z.string().trim().max(2000),
      details: claimDetails,
    }),
    result: reviewState,
  },
  /**
   * Refused: a way that the table of model/claim-status.ts does not hold; verifying, waiving or labelling against the
   * rules or as the reporter; `cut` while its words stand.
   */
  'claims.setStatus': { args: z.object({ articleId, claimId, status: claimStatus }), result: reviewState },
  /** Attaches, or replaces what is said of a source that is attached already. */
  'claims.attach': {
    args: z.object({ articleId, claimId, source: claimSource, confirmedNoName }),
    result: reviewState,
  },
  'claims.detach': { args: z.object({ articleId, claimId, sourceId }), result: reviewState },
  /** R18: the words differ in spelling only, and whoever verified such a claim may says that it still stands. */
  'claims.reconfirm': { args: z.object({ articleId, claimId }), result: reviewState },
  /** R12: a checker takes it for common knowledge by name, or takes that back. */
  'claims.commonKnowledge': {
    args: z.object({ articleId, claimId, isCommon: z.boolean() }),
    result: reviewState,
  },
  /** Takes back a claim that was just marked; refused once anything was said or attached to it. */
  'claims.withdraw': { args: z.object({ articleId, claimId, edit: edit.nullable() }), result: reviewState },

  /** Refused to roles that the rules do not name, to the reporter, and where the rule is met. */
  'waivers.grant': { args: waiverFields.extend({ articleId, id: waiverId }), result: reviewState },
  'waivers.end': { args: z.object({ articleId, waiverId }), result: reviewState },

  /** Puts a new record into the reply log, or replaces what is said in a known one. */
  'replies.save': { args: replyFields.extend({ articleId, id: replyId }), result: reviewState },
  /** Recorded in the standards or the legal role. */
  'consultations.record': {
    args: consultationFields.extend({ articleId, id: consultationId }),
    result: reviewState,
  },
} as const
