import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import { addAnchor } from '../anchors.ts'
import { rangesOf, readFinalText } from './final-text.ts'
import type { Place } from './final-text.ts'
import type { Quote } from './quote.ts'
import { createFinder } from './reanchor.ts'
import type { FindQuote } from './reanchor.ts'

/** An anchor whose words are gone, and what it held on to. */
export type LostAnchor = {
  readonly mark: 'comment' | 'claim'
  readonly id: string
  readonly quotes: readonly Quote[]
}

/** `tie`: its words stand in so many places, and none was chosen. */
export type Reattached =
  | { readonly kind: 'attached' }
  | { readonly kind: 'check' }
  | { readonly kind: 'tie'; readonly places: number }
  | { readonly kind: 'none' }

/** An anchor of several places is sure only where each of them is; one that cannot be found makes it a check. */
export function findAll(
  find: FindQuote,
  quotes: readonly Quote[],
): { outcome: Reattached; places: readonly Place[] } {
  const found = quotes.map(find)
  const places = found.flatMap((one) => (one.kind === 'sure' || one.kind === 'check' ? [one.place] : []))
  if (places.length === 0) {
    const tie = found.find((one) => one.kind === 'tie')
    return { outcome: tie ? { kind: 'tie', places: tie.places.length } : { kind: 'none' }, places }
  }
  const isSure = found.every((one) => one.kind === 'sure')
  return { outcome: { kind: isSure ? 'attached' : 'check' }, places }
}

/** Looks for the words of a lost anchor in the final text of the document, and puts it over what was found. */
export function reattach(
  doc: Node,
  { mark, id, quotes }: LostAnchor,
): { readonly transform: Transform; readonly outcome: Reattached } {
  const final = readFinalText(doc)
  const { outcome, places } = findAll(createFinder(final), quotes)
  const ranges = places.flatMap((place) => rangesOf(doc, final, place))
  return { transform: addAnchor(doc, mark, id, ranges), outcome }
}
