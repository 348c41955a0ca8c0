import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { removeAnchor } from '../document/anchors.ts'
import { merge } from '../document/merge/merge.ts'
import type { Merged } from '../document/merge/merge.ts'
import type { BothStates } from '../document/merge/merge-gap.ts'
import { readSnapshot } from '../document/stored-steps.ts'
import { compareJson } from './three-way.ts'
import { storedForm } from '../document/stored-form.ts'

/** The JSON was checked when it came in, so that what cannot be read now is a bug. */
export function readDocument(json: unknown): Node {
  const read = readSnapshot(json)
  if (!read.ok) throw new Error(read.message)
  return read.doc
}

/** Nothing but a last ¶, so that everything on either side is what that side brought. */
function emptyLike(one: Node, other: Node): Node {
  const [last] = [one, other]
    .flatMap(({ lastChild }) => lastChild?.copy(Fragment.empty) ?? [])
    .toSorted((a, b) => compareJson(storedForm(a), storedForm(b)))
  return one.copy(Fragment.from(last ?? null))
}

function withoutPlaces(doc: Node, mark: 'comment' | 'claim', ids: readonly string[]): Node {
  return ids.reduce((text, id) => removeAnchor(text, mark, id).doc, doc)
}

export type PlacesToSettle = {
  /** Claims that were withdrawn on one side and worked on at the other: they keep the places that are left. */
  readonly keptClaims: readonly string[]
  /** Claims that were withdrawn, and are gone. */
  readonly goneClaims: readonly string[]
  /** Comments that one side does not have: it was not told of them, so it did not take their places away. */
  readonly untoldComments: readonly string[]
}

type Documents = {
  readonly base: Node | null
  readonly one: Node
  readonly other: Node
}

/**
 * Merges three texts, with what became at each side of every change that it ever held; without a base, what both hold stands once, and what
 * only one holds beside it.
 */
export function mergeDocuments(
  { base, one, other }: Documents,
  { keptClaims, goneClaims, untoldComments }: PlacesToSettle,
  states: BothStates,
): Merged {
  // Places that the base does not have are taken for added by whoever has them.
  const known = base && withoutPlaces(withoutPlaces(base, 'claim', keptClaims), 'comment', untoldComments)
  const merged = known ? merge(known, one, other, states) : merge(emptyLike(one, other), one, other)
  return { ...merged, doc: withoutPlaces(merged.doc, 'claim', goneClaims) }
}
