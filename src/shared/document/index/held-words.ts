import type { Range } from '../range.ts'
import type { PlacedIndex } from './document-index.ts'
import { rangesOf } from './index-places.ts'

/** Words that a comment or a claim holds on to. */
export type HeldWords = Range & { readonly mark: 'comment' | 'claim'; readonly id: string }

/** Every stretch that is held, of all comments and claims. */
export function heldWords(index: PlacedIndex): readonly HeldWords[] {
  const of = (mark: HeldWords['mark'], ids: Iterable<string>) =>
    [...ids].flatMap((id) => rangesOf(index, mark, id).map((range) => ({ ...range, mark, id })))
  return [...of('comment', index.comments.keys()), ...of('claim', index.claims.keys())]
}
