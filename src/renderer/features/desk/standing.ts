import type { ArticleRow } from '../../../shared/model/article.ts'
import { shortHash } from '../../ui/hash.ts'

/** What is said under the status: the one thing that an editor asks next. */
export type Standing = { readonly words: string; readonly isLock: boolean }

export function standingInWords(row: ArticleRow): Standing {
  if (row.locked) return { words: `locked, ${shortHash(row.textHash)}`, isLock: true }
  if (row.slotsSigned === 0 && row.status === 'draft' && row.importedFrom !== null) {
    return { words: `from ${row.importedFrom}`, isLock: false }
  }
  return { words: `${row.slotsSigned} of ${row.slotsRequired} slots signed`, isLock: false }
}
