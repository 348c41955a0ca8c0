import type { ArticleRow } from '../../../shared/model/article.ts'
import { shortHash } from '../../ui/hash.ts'
import { dayAndClock } from '../../ui/time.ts'

/** What is said under the status: the one thing that an editor asks next. */
export type Standing = { readonly words: string; readonly isLock: boolean }

/** Initials of a person; empty where nobody here knows them. */
export type InitialsOf = (personId: string) => string

function asideInWords(
  { by, until, reason }: NonNullable<ArticleRow['aside']>,
  initialsOf: InitialsOf,
): string {
  if (until !== null) return `until ${dayAndClock(until)}`
  const who = initialsOf(by)
  return who === '' ? reason : `by ${who}: ${reason}`
}

function wordsOf(row: ArticleRow, initialsOf: InitialsOf): string {
  if (row.readOnly !== '') return 'read-only here'
  if (row.editRight === 'away') {
    return row.rightWith === '' ? 'edited at another desk' : `edited at another desk: ${row.rightWith}`
  }
  if (row.aside !== null) return asideInWords(row.aside, initialsOf)
  if (row.legalHold !== null) return `legal hold: ${row.legalHold.reason}`
  if (row.correction !== null && row.status !== 'filed') {
    return `correction ${row.correction.number} open: ${row.correction.reason}`
  }
  if (row.slotsSigned === 0 && row.status === 'draft' && row.importedFrom !== null) {
    return `from ${row.importedFrom}`
  }
  return `${row.slotsSigned} of ${row.slotsRequired} slots signed`
}

/** A lock is told before all but what keeps the article from being filed. */
export function standingInWords(row: ArticleRow, initialsOf: InitialsOf): Standing {
  const isPlain = row.readOnly === '' && row.editRight === 'here' && row.legalHold === null
  if (row.locked && isPlain) return { words: `locked, ${shortHash(row.textHash)}`, isLock: true }
  return { words: wordsOf(row, initialsOf), isLock: row.locked }
}
