import { z } from 'zod'
import { checkBook, dictionary, houseStyle } from '../model/check-book.ts'
import { dismissed, proposalKey } from '../model/check.ts'
import { articleId } from '../model/ids.ts'
import { reviewState } from '../model/review.ts'
import { none } from './parts.ts'

const checksInUse = z.object({
  /** Id of the house style of this library. */
  profile: z.string(),
  profiles: z.array(houseStyle).readonly(),
  book: checkBook,
  /** Null where it cannot be read: spelling is then not checked. */
  dictionary: dictionary.nullable(),
})
export type ChecksInUse = z.infer<typeof checksInUse>

export const checksMethods = {
  /** What the finder and the style check go by, with the dictionary of the house style. */
  'checks.book': { args: none, result: checksInUse },
  /** Chooses the house style of the library; logged. */
  'checks.useProfile': { args: z.object({ profile: z.string().max(60) }), result: checksInUse },
  /** A proposal is put aside by its words, or proposed again. */
  'checks.dismiss': { args: dismissed.extend({ articleId }), result: reviewState },
  'checks.restore': { args: z.object({ articleId, key: proposalKey }), result: reviewState },
  /** The same of many at once: every proposal of a rule. */
  'checks.dismissAll': {
    args: z.object({ articleId, dismissed: z.array(dismissed).min(1).max(10_000) }),
    result: reviewState,
  },
  'checks.restoreAll': {
    args: z.object({ articleId, keys: z.array(proposalKey).min(1).max(10_000) }),
    result: reviewState,
  },
} as const
