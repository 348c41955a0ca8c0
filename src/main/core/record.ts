import type { ArticleId, PersonId } from '../../shared/model/ids.ts'
import { HEAD } from '../store/seal-book.ts'
import { sealEvent } from './chain.ts'
import type { Context } from './context.ts'
import { SEALED_KINDS } from './sealed-kinds.ts'
import type { Difference } from './sealed-rows.ts'

type Parts = Pick<Context, 'store' | 'library'>

type Told = {
  readonly at: number
  readonly personId: PersonId | null
  readonly kind: string
  readonly summary: string
}

/** What is kept of an act beside its rows: what the log says of it, and the seals of what it changed. */
export type ActRecord = {
  say(told: Told): void
  /** Once, when everything is written. */
  close(): void
}

/**
 * Begins the record of an act on an article, inside its transaction and before it writes anything. Only what the act
 * changed is sealed anew, and not where it was changed outside before: what is broken stays to be found.
 */
export function openRecord(
  { store, library }: Parts,
  articleId: ArticleId,
  sealed: 'what is new' | 'everything' = 'what is new',
): ActRecord {
  const watched = SEALED_KINDS.map(({ kind, watch, digests }) => ({
    kind,
    differences: sealed === 'everything' ? all(() => digests(store, articleId)) : watch(store, articleId),
  }))
  const told: Told[] = []
  return {
    say: (one) => void told.push(one),
    close: () => {
      const book = store.seals.book(articleId)
      for (const { kind, differences } of watched) seal(book, kind, differences())
      if (told.length > 0) logAll({ store, library }, articleId, told)
      store.seals.save(articleId, book)
    },
  }
}

/** As if there had been nothing before. */
function all(digests: () => ReadonlyMap<string, string>): () => readonly Difference[] {
  return () => [...digests()].map(([id, after]) => ({ id, before: null, after }))
}

type Book = ReturnType<Context['store']['seals']['book']>

function seal(book: Book, kind: string, differences: readonly Difference[]): void {
  for (const { id, before, after } of differences) {
    if (book.digest({ kind, id }) === before) book.put({ kind, id }, after)
  }
}

function logAll({ store, library }: Parts, articleId: ArticleId, told: readonly Told[]): void {
  const book = store.seals.book(articleId)
  const root = book.log()
  for (const one of told) {
    const event = sealEvent(articleId, store.log.last(articleId, library.id), {
      ...one,
      origin: library.id,
      root,
    })
    store.log.append(articleId, event)
    book.put({ kind: HEAD, id: library.id }, event.hash)
  }
  book.log()
}
