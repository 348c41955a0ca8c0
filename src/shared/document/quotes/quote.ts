import type { FinalText, Place } from './final-text.ts'

/** How much of what stands before and after a quotation is kept, in UTF-16 units. */
export const CONTEXT = 32

/** Longer quotations are cut: a place found by them is a place to check, never a sure one. */
export const MAX_EXACT = 4000

/** What an anchor held on to, so that its words can be found again in another text. */
export type Quote = {
  /** Words of the final text; a ¶ and a hard break are "\n". */
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Where it stood: which paragraph of the final text, and how far into it. Only ever a hint. */
  readonly paragraph: number
  readonly offset: number
}

/** Names one anchor of a document; comments and claims have ids of their own kind. */
export function anchorKey(mark: 'comment' | 'claim', id: string): string {
  return `${mark}:${id}`
}

/** Half of a surrogate pair is no text. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
}

/** The last of the ascending starts that is not after the offset. */
function paragraphAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low
}

export function quoteAt({ text, starts }: FinalText, { from, to }: Place): Quote {
  const paragraph = paragraphAt(starts, from)
  return {
    exact: whole(text.slice(from, Math.min(to, from + MAX_EXACT))),
    prefix: whole(text.slice(Math.max(0, from - CONTEXT), from)),
    suffix: whole(text.slice(to, to + CONTEXT)),
    paragraph,
    offset: from - (starts[paragraph] ?? 0),
  }
}

/** Every place of every anchor, by key; places that only a ¶ parts are one. */
export function anchorPlaces({ text, pieces }: FinalText): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  for (const { at, length, anchors } of pieces) {
    for (const mark of anchors) {
      const key = anchorKey(mark.type.name === 'claim' ? 'claim' : 'comment', String(mark.attrs['id']))
      const known = places.get(key) ?? []
      const last = known.at(-1)
      const goesOn = last && (last.to === at || (last.to + 1 === at && text[last.to] === '\n'))
      if (goesOn) known[known.length - 1] = { from: last.from, to: at + length }
      else known.push({ from: at, to: at + length })
      places.set(key, known)
    }
  }
  return places
}

/** The quotations of one anchor, one for each of its places; empty when its words are gone. */
export function quotesOf(final: FinalText, key: string): readonly Quote[] {
  return (anchorPlaces(final).get(key) ?? []).map((place) => quoteAt(final, place))
}
