import type { ArticleId } from '../../shared/model/ids.ts'
import type { RowCaches } from './row-cache.ts'

/** Gives out places in an article, one after another: to ask for the last one at each of thousands of rows takes long. */
export function createPlaces(caches: RowCaches, readLast: (articleId: ArticleId) => number) {
  const lasts = caches.create<{ last: number }>()
  return (articleId: ArticleId): number => {
    const place = lasts.get(articleId, () => ({ last: readLast(articleId) }))
    place.last += 1
    return place.last
  }
}
