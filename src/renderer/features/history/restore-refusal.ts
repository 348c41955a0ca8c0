import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { ROLE_NAMES } from '../words.ts'

/** Why no text can be brought back now; null when one can. Main decides again. */
export function restoreRefusal(
  { article, untracked }: Pick<ReviewState, 'article' | 'untracked'>,
  role: Role,
): string | null {
  if (article.readOnly !== '') return article.readOnly
  if (article.locked) return 'The article is approved and locked. Re-open it to go on working on it.'
  if (article.editRight === 'away') return 'The right to edit is with another desk.'
  if (untracked.includes(role)) return null
  const who = untracked.map((one) => ROLE_NAMES[one]).join(' or ')
  return who === ''
    ? 'Restoring is an edit that is not tracked, and at this step every edit is. Move the article back first.'
    : `Restoring is an edit that is not tracked; at this step only ${who} may do that.`
}
