import type { ArticleId } from '../../src/shared/model/ids.ts'
import { calendarOf } from '../../src/shared/rules/running-order.ts'
import type { DeskLook } from '../../src/main/store/desk-list.ts'
import { AT } from './rows.ts'
import type { TestLibrary } from './library.ts'

/** Everything in the running order, seen by nobody in particular. */
export const WHOLE_DESK: DeskLook = {
  facet: { kind: 'all' },
  sort: { key: 'due', descending: false },
  query: '',
  calendar: calendarOf(AT),
  reader: { me: 'ines' as DeskLook['reader']['me'], steps: [], desks: 'all' },
}

/** What a search finds once every text has been read for it, as they are after an answer. */
export async function searched(library: TestLibrary, query: string): Promise<readonly ArticleId[]> {
  const told = await library.must('articles.list', { query })
  if (told.unsearched === 0) return told.rows.map((row) => row.id)
  await new Promise((resolve) => setTimeout(resolve, 1))
  return searched(library, query)
}
