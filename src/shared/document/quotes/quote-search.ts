import type { Place } from './final-text.ts'
import { CONTEXT, MAX_EXACT } from './quote.ts'
import type { Quote } from './quote.ts'
import { foldTypography, tokensOf } from './text-tokens.ts'
import type { Token, WordIndex } from './text-tokens.ts'
import { alignWords } from './word-alignment.ts'
import type { Alignment } from './word-alignment.ts'

/**
 * Where in a text a quotation may stand, and how much of it and of the words around it is there again. Its rarest
 * words vote for stretches of the text; only those are compared word by word.
 */

type Part = 'prefix' | 'exact' | 'suffix'
type PatternWord = Token & { readonly part: Part; readonly id: number | null; readonly bits: number }

/** A stretch of the text, in words. */
type Stretch = { readonly from: number; readonly to: number }

export type Candidate = {
  readonly place: Place
  readonly words: Stretch
  readonly isExact: boolean
  /** Shares of the words of each part that are there again, weighed by their bits; null where the part has none. */
  readonly met: Readonly<Record<Part, number | null>>
  /** From 0 to 1. */
  readonly score: number
}

/** What the words and those around them count (weights of the hypothes.is client, whose fourth is the position). */
const WEIGHTS: Readonly<Record<Part, number>> = { prefix: 20, exact: 50, suffix: 20 }

/** So many of the rarest words of a pattern say where to look, whatever they are, and others that are rare enough. */
const RAREST = 3
const RARE = 300
/** First words within so many of each other are one stretch. */
const BUCKET = 8
const CANDIDATES = 8
/** Stretches with less of the bits of the best one are not looked at. */
const WORTH_A_LOOK = 0.35

function readPattern({ prefix, exact, suffix }: Quote, index: WordIndex): readonly PatternWord[] {
  const folded = foldTypography(prefix + exact + suffix)
  const from = prefix.length
  const to = from + exact.length
  const partOf = (token: Token): Part => {
    if (token.to <= from) return 'prefix'
    return token.from >= to ? 'suffix' : 'exact'
  }
  const words = tokensOf(folded).map((token) => {
    const id = index.idOf(token.word)
    // A word that the text lost weighs as much as one that is there once.
    return {
      ...token,
      part: partOf(token),
      id,
      bits: id === null ? Math.log2(index.ids.length + 2) : index.bitsOf(id),
    }
  })
  // Where the context was cut, its outermost word may be half of one.
  const isCut = (word: PatternWord, side: Part, length: number, edge: boolean) =>
    word.part === side && length >= CONTEXT - 1 && edge
  return words.filter(
    (word) =>
      !isCut(word, 'prefix', prefix.length, word.from === 0) &&
      !isCut(word, 'suffix', suffix.length, word.to === folded.length),
  )
}

/** Adds up, for each stretch of the text, the bits of the words that stand there in step; `votes` comes in empty. */
function countVotes(
  pattern: readonly PatternWord[],
  index: WordIndex,
  votes: Float64Array,
): readonly number[] {
  const touched: number[] = []
  const placed = pattern.flatMap(({ id, bits }, at) =>
    id === null ? [] : [{ at, bits, places: index.placesOf(id) }],
  )
  const telling = placed
    .toSorted((a, b) => a.places.length - b.places.length)
    .filter(({ places }, rank) => rank < RAREST || places.length <= RARE)
  for (const { at, bits, places } of telling) {
    for (const place of places) {
      const bucket = Math.floor((place - at + pattern.length) / BUCKET) + 1
      const before = votes[bucket] ?? 0
      if (before === 0) touched.push(bucket)
      votes[bucket] = before + bits
    }
  }
  return touched
}

/** How many words may have been put in or left out before a place is missed. */
function slackOf(pattern: readonly PatternWord[]): number {
  return BUCKET * 2 + (pattern.length >> 3)
}

/** The stretches of the text to look at closely. */
function stretches(
  pattern: readonly PatternWord[],
  index: WordIndex,
  votes: Float64Array,
): readonly Stretch[] {
  const touched = countVotes(pattern, index, votes)
  // Words put in or left out shift the rest by a little: a neighbour counts too.
  const sumOf = (bucket: number) =>
    (votes[bucket] ?? 0) + Math.max(votes[bucket - 1] ?? 0, votes[bucket + 1] ?? 0)
  let most = 0
  for (const bucket of touched) most = Math.max(most, sumOf(bucket))
  const worth = touched
    .map((bucket) => ({ bucket, sum: sumOf(bucket), own: votes[bucket] ?? 0 }))
    .filter(({ sum }) => sum >= most * WORTH_A_LOOK)
    .toSorted((a, b) => b.sum - a.sum || b.own - a.own)
  for (const bucket of touched) votes[bucket] = 0
  const best: number[] = []
  for (const { bucket } of worth) {
    if (best.length === CANDIDATES) break
    if (!best.some((other) => Math.abs(other - bucket) <= 1)) best.push(bucket)
  }
  const slack = slackOf(pattern)
  return best.map((bucket) => {
    const first = (bucket - 1) * BUCKET - pattern.length
    return {
      from: Math.max(0, first - slack),
      to: Math.min(index.ids.length, first + pattern.length + slack),
    }
  })
}

function shareMet(
  pattern: readonly PatternWord[],
  alignment: Alignment,
  index: WordIndex,
  part: Part,
): number | null {
  let met = 0
  let all = 0
  pattern.forEach(({ part: other, id, bits }, at) => {
    if (other !== part) return
    all += bits
    const place = alignment[at] ?? null
    if (place !== null && id !== null && index.ids[place] === id) met += bits
  })
  return all === 0 ? null : met / all
}

function scoreOf(met: Candidate['met']): number {
  let got = 0
  let all = 0
  for (const part of ['prefix', 'exact', 'suffix'] as const) {
    const share = met[part]
    if (share === null) continue
    got += share * WEIGHTS[part]
    all += WEIGHTS[part]
  }
  return all === 0 ? 0 : got / all
}

type Laid = { readonly word: PatternWord; readonly at: number; readonly token: Token }

/** The words of the quotation itself that have a place in the text, replaced ones too. */
function laidWords(pattern: readonly PatternWord[], alignment: Alignment, index: WordIndex): readonly Laid[] {
  return pattern.flatMap((word, nth) => {
    const at = alignment[nth] ?? null
    const token = at === null ? undefined : index.tokens[at]
    return word.part === 'exact' && at !== null && token ? [{ word, at, token }] : []
  })
}

/** From the first to the last word; where the quotation began within a word that is still there, from there. */
function placeOf({ prefix, exact }: Quote, first: Laid, last: Laid): Place {
  const start = prefix.length
  const end = start + exact.length
  const cutBefore = first.word.word === first.token.word ? Math.max(0, start - first.word.from) : 0
  const cutAfter = last.word.word === last.token.word ? Math.max(0, last.word.to - end) : 0
  return { from: first.token.from + cutBefore, to: last.token.to - cutAfter }
}

/** The place with the white space that the quotation has at its ends, where the text has it too. */
function withEdges({ from, to }: Place, exact: string, folded: string): Place {
  const before = exact.length - exact.trimStart().length
  const after = exact.length - exact.trimEnd().length
  const wide = { from: from - before, to: to + after }
  return folded.slice(wide.from, wide.to) === exact ? wide : { from, to }
}

function look(
  quote: Quote,
  pattern: readonly PatternWord[],
  index: WordIndex,
  stretch: Stretch,
): Candidate | null {
  const words = { ids: pattern.map(({ id }) => id), bits: pattern.map(({ bits }) => bits) }
  const alignment = alignWords(words, index.ids, stretch.from, stretch.to)
  const laid = laidWords(pattern, alignment, index)
  const [first, last] = [laid[0], laid.at(-1)]
  if (!first || !last) return null
  const exact = foldTypography(quote.exact)
  const place = withEdges(placeOf(quote, first, last), exact, index.folded)
  const met = {
    prefix: shareMet(pattern, alignment, index, 'prefix'),
    exact: shareMet(pattern, alignment, index, 'exact'),
    suffix: shareMet(pattern, alignment, index, 'suffix'),
  }
  const isExact = index.folded.slice(place.from, place.to) === exact
  return { place, words: { from: first.at, to: last.at + 1 }, isExact, met, score: scoreOf(met) }
}

/** Whether enough of the words themselves are there, in whatever order, to be worth a closer look. */
function mayHold({ from, to }: Stretch, pattern: readonly PatternWord[], index: WordIndex): boolean {
  const there = new Set<number | null>(index.ids.subarray(from, to))
  const own = pattern.filter(({ part }) => part === 'exact')
  const bitsOf = (words: readonly PatternWord[]) => words.reduce((sum, { bits }) => sum + bits, 0)
  return bitsOf(own.filter(({ id }) => there.has(id))) >= bitsOf(own) * WORTH_A_LOOK
}

/**
 * Right before and after the best place: words that are said twice within one stretch, where the closer look has seen
 * only the better of the two.
 */
function beside({ words }: Candidate, pattern: readonly PatternWord[], index: WordIndex): readonly Stretch[] {
  const reach = 2 * (pattern.length + slackOf(pattern))
  const around = [
    { from: Math.max(0, words.from - reach), to: words.from },
    { from: words.to, to: Math.min(index.ids.length, words.to + reach) },
  ]
  return around.filter((stretch) => mayHold(stretch, pattern, index))
}

/** Places of a quotation in one text, good and bad ones; some share words. */
export type SearchQuote = (quote: Quote) => readonly Candidate[]

export function createSearch(index: WordIndex): SearchQuote {
  const longest = MAX_EXACT + 2 * CONTEXT
  const votes = new Float64Array(Math.ceil((index.ids.length + 2 * longest) / BUCKET) + 4)
  return (quote) => {
    const pattern = readPattern(quote, index)
    const search = (stretch: Stretch) => look(quote, pattern, index, stretch) ?? []
    const candidates = stretches(pattern, index, votes).flatMap(search)
    const [best] = candidates.toSorted((a, b) => b.score - a.score)
    return best ? [...candidates, ...beside(best, pattern, index).flatMap(search)] : []
  }
}
