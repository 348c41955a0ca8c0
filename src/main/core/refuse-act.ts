import type { Outcome } from '../../shared/contract.ts'
import type { StoredArticle } from '../store/articles.ts'
import { fail } from './outcome.ts'

/**
 * `whenLocked`: what touches text, claims or sources is refused once an article is approved.
 * `whenAway`: what only the desk with the right to edit may do (transitions, signatures, details, restoring) is refused
 * while another desk has it. Marks, comments and evidence are not: they come together again.
 */
export type ActOptions = {
  readonly whenLocked: 'refused' | 'allowed'
  readonly whenAway?: 'refused'
}

/** Said when somebody changes what is approved. */
const LOCKED =
  'This article is approved and locked. Nothing was changed, and your last edit was not kept; re-open it first, with a reason.'

/** Where the right to edit is, and how it comes back. */
export function whereTheRightIs({ rightWith }: Pick<StoredArticle, 'rightWith'>): string {
  return rightWith === ''
    ? 'The right to edit is on its way to another desk in a package. Changes can be suggested and comments made ' +
        'meanwhile; if the package never arrives, take the right back.'
    : `The right to edit is with the desk “${rightWith}”. Changes can be suggested and comments made here; ` +
        'ask that desk to hand the article over for the rest.'
}

/** Why this article takes no such act now, or null. */
export function refuseAct(article: StoredArticle, options: ActOptions): Outcome<never> | null {
  if (article.readOnly !== '') return fail('refused', `${article.readOnly} Nothing was changed.`)
  if (article.locked && options.whenLocked === 'refused') return fail('locked', LOCKED)
  if (article.editRight === 'away' && options.whenAway === 'refused') {
    return fail('refused', `Nothing was changed. ${whereTheRightIs(article)}`)
  }
  return null
}
