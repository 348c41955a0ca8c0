import type { CompiledBook } from './compiled-book.ts'
import { matchAt } from './match.ts'
import type { ReadText } from './tokens.ts'
import { isCapitalised, isCapitals } from './word-classes.ts'

/** Who is said to have said something. `side`: an authority, somebody else, or nobody that the sentence names. */
export type Holder = {
  readonly from: number
  readonly to: number
  readonly side: 'authority' | 'other' | 'nobody'
  readonly who: string
}

/** How far from the verb who speaks may stand. */
const REACH = 7

export function holdersIn(
  { tokens, sentences }: ReadText,
  { lists, participles }: CompiledBook,
): readonly Holder[] {
  const reporting = lists.get('reporting')
  const authorities = lists.get('authorities')
  const people = lists.get('people')
  if (!reporting || !authorities || !people) return []
  return sentences.flatMap((sentence) => {
    const around = { tokens, sentence, lists, participles }
    const found: Holder[] = []
    for (let at = sentence.first; at < sentence.end; at++) {
      const token = tokens[at]
      // “United States” states nothing.
      if (token && at > sentence.first && isCapitalised(token)) continue
      if (!token || !reporting.beginningWith(token).some((entry) => matchAt(entry, at, around) !== null))
        continue
      let side: Holder['side'] = 'nobody'
      let who = ''
      for (
        let near = Math.max(sentence.first, at - REACH);
        near < Math.min(sentence.end, at + REACH);
        near++
      ) {
        const other = tokens[near]
        if (!other || near === at) continue
        if (authorities.beginningWith(other).some((entry) => matchAt(entry, near, around) !== null)) {
          side = 'authority'
          who = other.bare
          break
        }
        const isSomebody =
          people.beginningWith(other).some((entry) => matchAt(entry, near, around) !== null) ||
          (near > sentence.first && isCapitalised(other) && !isCapitals(other))
        if (isSomebody && side === 'nobody') [side, who] = ['other', other.bare]
      }
      found.push({ from: token.from, to: token.to, side, who })
      at += 2
    }
    return found
  })
}
