import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { removeAnchor } from '../document/anchors.ts'
import { merge } from '../document/merge/merge.ts'
import type { Merged } from '../document/merge/merge.ts'
import { readSnapshot } from '../document/stored-steps.ts'
import { compareJson } from './three-way.ts'
import type { ThreeWay } from './three-way.ts'

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
    .toSorted(compareJson)
  return one.copy(Fragment.from(last ?? null))
}

function withoutClaims(doc: Node, ids: readonly string[]): Node {
  return ids.reduce((text, id) => removeAnchor(text, 'claim', id).doc, doc)
}

export type ClaimsToPlace = {
  /** Withdrawn on one side and worked on at the other: they keep the places that are left. */
  readonly kept: readonly string[]
  /** Withdrawn, and gone. */
  readonly gone: readonly string[]
}

/** Merges three texts; without a base, what both hold stands once, and what only one holds beside it. */
export function mergeDocuments(
  { base, one, other }: ThreeWay<Node> | (Omit<ThreeWay<Node>, 'base'> & { readonly base: null }),
  { kept, gone }: ClaimsToPlace,
): Merged {
  // Places that the base does not have are taken for added by whoever has them.
  const merged = merge(withoutClaims(base ?? emptyLike(one, other), kept), one, other)
  return { ...merged, doc: withoutClaims(merged.doc, gone) }
}
