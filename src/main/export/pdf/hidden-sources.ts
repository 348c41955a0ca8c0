import type { ReviewState } from '../../../shared/model/review.ts'
import type { Source } from '../../../shared/model/source.ts'

/** Sources who did not speak on the record: readers outside know them by the agreed description alone. */

export function isOffRecord({ onRecord }: Source): boolean {
  return onRecord !== 'on-record'
}

/** That description: of somebody on background, whose title may be a name, what the article says. */
export function descriptionOf({ onRecord, title, inText }: Source): string {
  switch (onRecord) {
    case 'background':
      return inText === '' ? 'a source on background' : inText
    case 'off-record':
      return 'a source off the record'
    case 'unnamed':
    case 'on-record':
      return title
  }
}

/** Words that must not leave, and what is said in their place. */
export type Hidden = { readonly title: string; readonly instead: string }

/**
 * The titles of such sources, as far as nothing that leaves tells them anyway: the article, a source on the record or a
 * party that was asked. A title of one word is too often an ordinary word.
 */
export function hiddenTitles({ sources, replies }: ReviewState, article: string): readonly Hidden[] {
  const told = [
    article,
    ...sources.filter((source) => !isOffRecord(source)).map(({ title }) => title),
    ...replies.map(({ party }) => party),
  ].map((text) => text.toLowerCase())
  return sources
    .filter((source) => descriptionOf(source) !== source.title && /\S\s+\S/.test(source.title))
    .filter(({ title }) => !told.some((text) => text.includes(title.toLowerCase())))
    .map((source) => ({ title: source.title, instead: descriptionOf(source) }))
}
