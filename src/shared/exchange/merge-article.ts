import { KEPT, LATEST, mergeRow, valueOf } from './merge-row.ts'
import type { RowMerging, RowRules } from './merge-row.ts'
import type { ExchangedArticle } from './review-content.ts'
import type { ThreeWay } from './three-way.ts'

/** Where an article stands is one value: a status, its edition and its lock are never of two desks. */
export const ARTICLE_RULES: RowRules<ExchangedArticle> = {
  fields: {
    id: KEPT,
    slug: valueOf('slug'),
    desk: valueOf('desk'),
    status: valueOf('status'),
    version: valueOf('status'),
    locked: valueOf('status'),
    aside: valueOf('status'),
    correction: valueOf('status'),
    legalHold: valueOf('legalHold'),
    due: valueOf('due'),
    holderId: valueOf('holderId'),
    authorId: valueOf('authorId'),
    importedFrom: KEPT,
    createdAt: KEPT,
    updatedAt: LATEST,
  },
  units: {
    slug: { words: 'slug' },
    desk: { words: 'desk' },
    status: { words: 'status' },
    legalHold: { words: 'legal hold' },
    due: { words: 'due' },
    holderId: { words: 'holder' },
    authorId: { words: 'reporter' },
  },
}

export function mergeArticle(
  { base, one, other }: ThreeWay<ExchangedArticle | null>,
  merging: RowMerging,
): ExchangedArticle {
  const [left, right] = [one ?? other, other ?? one]
  if (!left || !right) throw new Error('A side of a merge has no article')
  const at = { one: left.updatedAt, other: right.updatedAt }
  return mergeRow(
    ARTICLE_RULES,
    { base, one: left, other: right },
    { table: 'article', id: left.id, words: 'The article', at },
    merging,
  )
}
