import { carriesItsReview } from './data.ts'
import { canBeSigned } from './signed.ts'
import { isConforming, isConnected, isSound, isStructured, saysWhatItIs } from './form.ts'
import { canBeRead, isApprovedText } from './words.ts'
import type { Files, Finished, Told } from './told.ts'

/** What a finished PDF must be, asked of other programs than ours. */

export type FileCheck = {
  readonly name: string
  readonly run: (file: Finished & { readonly folder: string }, told: Told) => Promise<void> | void
}

/** Of any finished file of ours, out of what it says itself. */
export const FILE_CHECKS: readonly FileCheck[] = [
  { name: '2. a tagged PDF 1.7 with its title, without script or lock', run: saysWhatItIs },
  { name: '3. no fault of form, and no font but ours', run: isSound },
  { name: '4. every page, hash, comment, reply, claim and decision can be read', run: canBeRead },
  { name: '6. headings, heads of tables, marks of changes and comments have their place', run: isStructured },
  { name: '7. highlights, replies and bookmarks', run: isConnected },
  { name: '8. the review comes along, and hashes to what is printed', run: carriesItsReview },
  { name: '9. PDF/A-3a and PDF/UA-1, as far as it can be looked up', run: isConforming },
]

export type ReviewCheck = {
  readonly name: string
  readonly run: (files: Files, told: Told) => Promise<void>
}

/** Of the files of a review that is at hand, in this process; `same-bytes.ts` and `own-process.ts` start others. */
export const REVIEW_CHECKS: readonly ReviewCheck[] = [
  { name: '5. the clean copy is the approved text, and holds nothing that was deleted', run: isApprovedText },
  { name: '10. signed twice, and one byte changed is told', run: canBeSigned },
]
