import type { Span } from '../model/check-book.ts'
import type { Sentence, Token } from './tokens.ts'

/** Places of tokens: from the one at `first` to before the one at `end`. */
export type TokenSpan = { readonly first: number; readonly end: number }

const STOPS = new Set([',', ';', ':', '—', '(', ')', '…', '\n'])
/** Words that begin a clause of their own. */
const OPENERS = new Set('which who whose where while whereas but although though because'.split(' '))
/** A clause is cut here rather than run on for ever. */
const MAX_TOKENS = 40

function isStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return true
  if (token.word === '–' || token.word === '-') return token.spaced && tokens[at + 1]?.spaced === true
  return STOPS.has(token.word)
}

/** Matched words, or the part of their clause or sentence that a rule asks for; never the full stop. */
export function widen(
  { first, end }: TokenSpan,
  span: Span,
  tokens: readonly Token[],
  sentence: Sentence,
): TokenSpan {
  if (span === 'match') return { first, end }
  if (span === 'sentence') return trim({ first: sentence.first, end: sentence.end }, tokens)
  let left = first
  let right = end
  if (span !== 'right') {
    const least = Math.max(sentence.first, first - MAX_TOKENS)
    while (left > least && !isStop(tokens, left - 1) && !OPENERS.has(tokens[left]?.word ?? '')) left -= 1
  }
  if (span !== 'left') {
    const most = Math.min(sentence.end, end + MAX_TOKENS)
    while (right < most && !isStop(tokens, right) && !OPENERS.has(tokens[right]?.word ?? '')) right += 1
  }
  return trim({ first: left, end: right }, tokens)
}

const EDGES = /^[\s.!?…,;:]$/u

function trim({ first, end }: TokenSpan, tokens: readonly Token[]): TokenSpan {
  let from = first
  let to = end
  while (to > from + 1 && EDGES.test(tokens[to - 1]?.word ?? '')) to -= 1
  const quotes = tokens.slice(from, to).filter(({ word }) => word === '"').length
  // Half a pair of quotation marks at an edge belongs to what stands outside.
  if (quotes === 1 && tokens[from]?.word === '"') from += 1
  else if (quotes === 1 && tokens[to - 1]?.word === '"') to -= 1
  return { first: from, end: Math.max(to, from + 1) }
}
