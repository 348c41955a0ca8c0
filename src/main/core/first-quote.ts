import { rangesOf } from '../../shared/document/index/index-places.ts'
import type { AnchorMark } from '../../shared/model/anchor.ts'
import { MAX_QUOTE } from '../../shared/rules/claim-case.ts'
import type { ArticleText } from './article-text.ts'

/**
 * What a new comment or claim remembers of its words: those of the final text, or, where it was put on struck words
 * alone, those. With none it could not say one day what it was about.
 */
export function firstQuote(
  { doc, index }: Pick<ArticleText, 'doc' | 'index'>,
  mark: AnchorMark,
  id: string,
): string {
  const entries = mark === 'comment' ? index.comments : index.claims
  const words = entries.get(id)?.words ?? ''
  const struck = () => rangesOf(index, mark, id).map(({ from, to }) => doc.textBetween(from, to, ' ', ' '))
  return (words === '' ? struck().join(' … ') : words).slice(
    0,
    mark === 'comment' ? MAX_QUOTE / 2 : MAX_QUOTE,
  )
}
