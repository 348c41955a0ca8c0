import type { PlacedIndex } from '../../src/shared/document/index/document-index.ts'
import { movePlaces, rangesOf } from '../../src/shared/document/index/index-places.ts'

/** Everything that an index tells, all asked for, as plain data to compare. */
export function readIndex(index: PlacedIndex) {
  const anchors = (kind: 'comment' | 'claim') =>
    [...index[`${kind}s`].values()].map((entry) => ({ ...entry, ranges: rangesOf(index, kind, entry.id) }))
  return {
    changes: index.changes.map((entry) => ({
      ...entry,
      ranges: rangesOf(index, 'change', entry.id),
      move: movePlaces(index, entry.id),
    })),
    changeCount: index.changeCount,
    comments: anchors('comment'),
    claims: anchors('claim'),
    words: index.words,
    headline: index.headline,
    byline: index.byline,
  }
}
