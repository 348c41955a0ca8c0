import type { Node } from 'prosemirror-model'
import { removeAnchor } from '../../shared/document/anchors.ts'
import { indexDocument } from '../../shared/document/index/document-index.ts'
import type { PlacedIndex } from '../../shared/document/index/document-index.ts'
import { reattachAll } from '../../shared/document/quotes/reattach-all.ts'
import type { LostAnchor } from '../../shared/document/quotes/reattach.ts'
import type { AnchorMark } from '../../shared/model/anchor.ts'
import type { StoredArticle } from '../store/articles.ts'
import type { StoredAnchor } from '../store/anchors.ts'
import type { ArticleText } from './article-text.ts'
import type { ReviewContext } from './context.ts'
import { createQuoting } from './kept-words.ts'

/** How many comments and claims that an earlier text does not hold were found again in it. */
export type Placed = { readonly sure: number; readonly toCheck: number; readonly lost: number }

const UNTOUCHED = { attachment: 'attached', confirmedBy: null, confirmedAt: null } as const

function wordsOf(index: PlacedIndex, { mark, id }: Pick<LostAnchor, 'mark' | 'id'>): string {
  return (mark === 'comment' ? index.comments : index.claims).get(id)?.words ?? ''
}

function anchorsOf({ store }: ReviewContext, { id }: StoredArticle): { mark: AnchorMark; id: string }[] {
  const threads = store.threads.list(id).filter((thread) => thread.target.kind === 'range')
  return [
    ...threads.map((thread) => ({ mark: 'comment' as const, id: thread.id as string })),
    ...store.claims.list(id).map((claim) => ({ mark: 'claim' as const, id: claim.id as string })),
  ]
}

/** A claim that was taken back since, because nobody had said anything of it, stands in an earlier text only. */
function withoutDeadClaims({ store }: ReviewContext, { id: articleId }: StoredArticle, doc: Node): Node {
  const alive = new Set<string>(store.claims.list(articleId).map((claim) => claim.id))
  const dead = [...indexDocument(doc).claims.keys()].filter((id) => !alive.has(id))
  return dead.reduce((text, id) => removeAnchor(text, 'claim', id).doc, doc)
}

/**
 * Brings what is said now into a text that stood before: what was said since is looked for there by its words. A place
 * that a person had called wrong, and that comes back with the text, is to be checked again.
 */
export function settleAnchors(
  context: ReviewContext,
  article: StoredArticle,
  now: ArticleText,
  earlier: Node,
): { readonly doc: Node; readonly placed: Placed } {
  const { anchors } = context.store
  const clean = withoutDeadClaims(context, article, earlier)
  const index = indexDocument(clean)
  const quotesOf = createQuoting(now)
  const missing: {
    readonly lost: LostAnchor
    readonly known: StoredAnchor | null
    readonly stands: boolean
  }[] = []
  for (const one of anchorsOf(context, article)) {
    const known = anchors.get(article.id, one.mark, one.id)
    if (wordsOf(index, one) !== '') {
      if (known?.attachment === 'detached') anchors.save(article.id, { ...known, attachment: 'check' })
      continue
    }
    const stands = wordsOf(now.index, one) !== ''
    if (!stands && (known === null || known.attachment === 'detached')) continue
    const quotes = stands ? quotesOf(one.mark, one.id) : (known?.quotes ?? [])
    missing.push({ lost: { ...one, quotes }, known, stands })
  }
  const { doc, outcomes } = reattachAll(
    clean,
    // Words that nobody has missed until now are not looked for by likeness.
    missing.map(({ lost, stands }) => ({ ...lost, sureOnly: !stands })),
  )
  const placed = { sure: 0, toCheck: 0, lost: 0 }
  missing.forEach(({ lost: { mark, id, quotes }, known, stands }, at) => {
    const kind = outcomes[at]?.kind
    if (kind === 'check' || (kind === 'attached' && known?.attachment === 'check')) {
      anchors.save(article.id, { ...UNTOUCHED, mark, id, quotes, attachment: 'check' })
      placed.toCheck += 1
    } else if (kind === 'attached') placed.sure += 1
    else if (stands) placed.lost += 1
  })
  return { doc, placed }
}
