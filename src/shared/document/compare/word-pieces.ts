import { foldTypography, tokensOf } from '../quotes/text-tokens.ts'
import { commonPairs } from './common-pairs.ts'

/** A stretch of two short texts: in both, only in the first (`gone`) or only in the second (`come`). */
export type WordPiece = { readonly kind: 'same' | 'gone' | 'come'; readonly text: string }

/** Tokens compare by what is written, not by case: another spelling is the difference that is looked for. */
function written(text: string) {
  return tokensOf(foldTypography(text)).map(({ from, to }) => ({ from, to, word: text.slice(from, to) }))
}

/** How many spaces both begin with, or end with where it counts backwards: those between words that stay belong to no difference. */
function sharedSpaces(one: string, other: string, step: 1 | -1): number {
  const at = (text: string, count: number) => text.at(step === 1 ? count : -1 - count)
  let count = 0
  while (at(one, count) === at(other, count) && /\s/u.test(at(one, count) ?? '')) count += 1
  return count
}

/**
 * Two versions of a few words as one run of pieces, word by word; what went stands before what came. The pieces that
 * are not `come` give the first text, those that are not `gone` the second.
 */
export function wordPieces(one: string, other: string): readonly WordPiece[] {
  const left = written(one)
  const right = written(other)
  const pairs = commonPairs(left, right, (a, b) => a.word === b.word)
  const pieces: WordPiece[] = []
  const push = (kind: WordPiece['kind'], text: string) => {
    if (text === '') return
    const last = pieces.at(-1)
    if (last?.kind === kind) pieces[pieces.length - 1] = { kind, text: last.text + text }
    else pieces.push({ kind, text })
  }
  let at = 0
  let place = 0
  const between = (to: number, otherTo: number) => {
    const [gone, come] = [one.slice(at, to), other.slice(place, otherTo)]
    const head = sharedSpaces(gone, come, 1)
    const tail = sharedSpaces(gone.slice(head), come.slice(head), -1)
    push('same', gone.slice(0, head))
    push('gone', gone.slice(head, gone.length - tail))
    push('come', come.slice(head, come.length - tail))
    push('same', gone.slice(gone.length - tail))
  }
  for (const [index, otherIndex] of pairs) {
    const [token, twin] = [left[index], right[otherIndex]]
    if (!token || !twin) continue
    between(token.from, twin.from)
    push('same', token.word)
    at = token.to
    place = twin.to
  }
  between(one.length, other.length)
  return pieces
}
