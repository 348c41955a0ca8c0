import type { ChangeRef } from '../../../shared/document/attributes.ts'
import { signerOf } from './content.ts'
import { writtenDates } from './dates.ts'
import type { Writing } from './writing.ts'

/** w:id, author and dates of a tracked element. */
export function trackedAttributes(
  ref: ChangeRef,
  { content, numbers, authors }: Pick<Writing, 'content' | 'numbers' | 'authors'>,
): Record<string, string | number | undefined> {
  const facts = content.changes.get(ref.id) ?? { authorId: ref.author, at: null, dateRaw: null }
  const { date, utc } = writtenDates(facts, content.utcOffset)
  const author = signerOf(content, ref.author).name
  authors.add(author)
  return { 'w:id': numbers.next(ref.id), 'w:author': author, 'w:date': date, 'w16du:dateUtc': utc }
}
