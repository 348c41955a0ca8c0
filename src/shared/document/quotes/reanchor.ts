import type { FinalText, Place } from './final-text.ts'
import { MAX_EXACT } from './quote.ts'
import type { Quote } from './quote.ts'
import { createSearch } from './quote-search.ts'
import type { Candidate } from './quote-search.ts'
import { indexWords } from './text-tokens.ts'

/**
 * Finds the words of an anchor again in a text that was changed where nobody tracked it. An anchor on the wrong words is
 * worse than none: what is less than sure is a place to check, and between two equally good places none is chosen.
 */
export type Found =
  /** The same words, between words that were around them before. */
  | { readonly kind: 'sure'; readonly place: Place }
  /** The best place by far, but its words or all around them are others: a person has to look. */
  | { readonly kind: 'check'; readonly place: Place }
  /** Equally good places, the one nearest to the old place first. */
  | { readonly kind: 'tie'; readonly places: readonly Place[] }
  | { readonly kind: 'none' }

export type FindQuote = (quote: Quote) => Found

/** The least share of the words themselves; fewer are enough where all around them is as it was. */
const MIN_MET = 0.5
const MIN_MET_IN_PLACE = 0.3
/** Places whose scores differ by less are equally good. */
const TIE = 0.04
/** How much of the words around has to be there for a place to be sure. */
const SURE_CONTEXT = 0.5

/** The share of the words around; 1 where there never were any, and 0 where one of the sides has wholly changed. */
function contextOf({ met: { prefix, suffix } }: Candidate): number {
  if (prefix === 0 || suffix === 0) return 0
  const sides = [prefix, suffix].filter((side) => side !== null)
  return sides.length === 0 ? 1 : sides.reduce((sum, side) => sum + side, 0) / sides.length
}

function isGoodEnough(candidate: Candidate): boolean {
  const exact = candidate.met.exact ?? 0
  return exact >= MIN_MET || (exact >= MIN_MET_IN_PLACE && contextOf(candidate) >= 0.75)
}

function overlaps(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to
}

/** Best first; of places that share words only the best. */
function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = []
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some(({ place }) => overlaps(place, candidate.place))) kept.push(candidate)
  }
  return kept
}

function choose(candidates: readonly Candidate[], quote: Quote, hint: number): Found {
  const [best, ...others] = apart(candidates.filter(isGoodEnough))
  if (!best) return { kind: 'none' }
  const rivals = others.filter((other) => best.score - other.score < TIE)
  if (rivals.length > 0) {
    const distance = ({ place }: Candidate) => Math.abs(place.from - hint)
    const near = [best, ...rivals].toSorted((a, b) => distance(a) - distance(b))
    return { kind: 'tie', places: near.map(({ place }) => place) }
  }
  const isSure = best.isExact && quote.exact.length < MAX_EXACT && contextOf(best) >= SURE_CONTEXT
  return { kind: isSure ? 'sure' : 'check', place: best.place }
}

/** Looks for quotations in one text; reading the text takes longer than finding one of them. */
export function createFinder({ text, starts }: Pick<FinalText, 'text' | 'starts'>): FindQuote {
  const search = createSearch(indexWords(text))
  return (quote) => {
    const hint = (starts[Math.min(quote.paragraph, starts.length - 1)] ?? 0) + quote.offset
    return choose(search(quote), quote, hint)
  }
}
