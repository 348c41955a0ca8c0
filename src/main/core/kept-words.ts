import { readFinalText } from '../../shared/document/quotes/final-text.ts'
import { anchorKey, anchorPlaces, quoteAt } from '../../shared/document/quotes/quote.ts'
import type { Quote } from '../../shared/document/quotes/quote.ts'
import type { AnchorMark } from '../../shared/model/anchor.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { isVerifiedAs } from '../../shared/model/claim-status.ts'
import { MAX_QUOTE } from '../../shared/rules/claim-case.ts'
import { claimWords } from '../../shared/rules/claim-view.ts'
import { hasSameWords } from '../../shared/rules/same-words.ts'
import type { StoredArticle } from '../store/articles.ts'
import type { StoredAnchor } from '../store/anchors.ts'
import type { ArticleText } from './article-text.ts'
import type { ReviewContext } from './context.ts'

/** What comments and claims remember of their words, so that one whose words are gone still says what they were. */

const MAX_THREAD_QUOTE = MAX_QUOTE / 2

type Change = {
  /** The words that are remembered. */
  readonly kept: string
  readonly before: string
  readonly now: string
}

/** Whether words were only taken away, from one end: as Backspace does letter by letter. */
function isShrinking({ before, now }: Change): boolean {
  return now !== before && (before.startsWith(now) || before.endsWith(now))
}

/**
 * What is remembered next. Words that shrink are remembered as they were until they rest: an anchor that is deleted
 * letter by letter would else end as its last letter.
 */
export function keptWords(change: Change): string {
  const { kept, now } = change
  return now === '' || isShrinking(change) ? kept : now
}

/** Reads the quotations of anchors from one text, which is read at most once. */
export function createQuoting(text: ArticleText): (mark: AnchorMark, id: string) => readonly Quote[] {
  let places: ((key: string) => readonly Quote[]) | null = null
  const read = () => {
    const final = readFinalText(text.doc)
    const all = anchorPlaces(final)
    return (key: string) => (all.get(key) ?? []).map((place) => quoteAt(final, place))
  }
  return (mark, id) => (places ??= read())(anchorKey(mark, id))
}

const UNTOUCHED = { attachment: 'attached', confirmedBy: null, confirmedAt: null } as const

/**
 * Whether words that somebody compared with a recording gave way to others; gone ones may come back as they were. One
 * that is verified is stale by that, and whoever settles it anew is asked then.
 */
function isToCompare({ details, status }: Claim, { kept, before, now }: Change): boolean {
  if (!details.wordForWord || now === '' || isVerifiedAs(status)) return false
  return !hasSameWords(before === '' ? kept : before, now)
}

/**
 * Follows an edit from the text `before` to `next`: the words that are remembered, and where lost ones stood. Answers
 * the quotations that are to be compared word by word again.
 */
export function keepWords(
  { store }: ReviewContext,
  { id: articleId }: Pick<StoredArticle, 'id'>,
  before: ArticleText,
  next: ArticleText,
): readonly Claim[] {
  const toCompare: Claim[] = []
  const quotesOf = createQuoting(before)
  // Words that may be those of something else are not remembered as one's own.
  const isUnsure = (mark: AnchorMark, id: string) =>
    store.anchors.get(articleId, mark, id)?.attachment === 'check'
  const remember = (mark: AnchorMark, id: string, change: Change): void => {
    if (!isShrinking(change)) return
    const known = store.anchors.get(articleId, mark, id)
    // Quoted where the loss begins: at its end only a letter may be left.
    if (known && change.before !== change.kept) return
    const anchor: StoredAnchor = { ...UNTOUCHED, ...known, mark, id, quotes: quotesOf(mark, id) }
    store.anchors.save(articleId, anchor)
  }
  for (const thread of store.threads.list(articleId)) {
    if (isUnsure('comment', thread.id)) continue
    const words = ({ index }: ArticleText) =>
      (index.comments.get(thread.id)?.words ?? '').slice(0, MAX_THREAD_QUOTE)
    const change = { kept: thread.quote, before: words(before), now: words(next) }
    remember('comment', thread.id, change)
    const quote = keptWords(change)
    if (quote !== thread.quote) store.threads.update(articleId, { ...thread, quote })
  }
  for (const claim of store.claims.list(articleId)) {
    const change = {
      kept: claim.quote,
      before: claimWords(claim.id, before.index),
      now: claimWords(claim.id, next.index),
    }
    const isOther = isToCompare(claim, change)
    if (isOther) toCompare.push(claim)
    const details = isOther ? { ...claim.details, wordForWord: false } : claim.details
    const isSure = !isUnsure('claim', claim.id)
    if (isSure) remember('claim', claim.id, change)
    const quote = isSure ? keptWords(change) : claim.quote
    if (isOther || quote !== claim.quote) store.claims.update(articleId, { ...claim, quote, details })
  }
  return toCompare
}
