import type { ArticleRow } from '../../shared/model/article.ts'

export type Found =
  { readonly kind: 'one'; readonly article: ArticleRow } | { readonly kind: 'none'; readonly message: string }

/** By id, by the start of an id, or by slug; the start and the slug have to fit one article only. */
export function findArticle(rows: readonly ArticleRow[], named: string): Found {
  const exact = rows.find((row) => row.id === named)
  if (exact) return { kind: 'one', article: exact }
  const slug = named.toLowerCase()
  const fitting = rows.filter((row) => row.id.startsWith(named) || row.slug.toLowerCase() === slug)
  const [first, ...more] = fitting
  if (first === undefined) {
    return { kind: 'none', message: `No article is called ${named}. \`stet list\` shows them all.` }
  }
  if (more.length > 0) {
    const ids = fitting.map((row) => row.id).join(', ')
    return {
      kind: 'none',
      message: `${fitting.length} articles are called ${named}: ${ids}. Name one by its id.`,
    }
  }
  return { kind: 'one', article: first }
}
