import type { Mark, Node, Slice } from 'prosemirror-model'
import type { ParagraphAttrs } from '../attributes.ts'
import { addAttributes, addMarkChange, addReplacement } from '../decide/decide-pieces.ts'
import type { Piece } from '../decide/decide-pieces.ts'
import { DecideStep } from '../decide/decide-step.ts'
import { isFlatSlice } from '../decide/flat-text.ts'

/**
 * A rewrite in very many places, as replacing all in a long text is, as one step in one walk: step by step the
 * document would be built anew for each place, seconds for thousands. It maps and undoes as those steps would.
 */

type MarkPlace = {
  readonly mark: Mark
  readonly from: number
  readonly to: number
  readonly isOnUnit: boolean
}
type Replacement = { readonly from: number; readonly to: number; readonly slice: Slice }
/** Of a Rewrite: marks in any order, replacements in text order. */
type Places = {
  readonly removed: readonly MarkPlace[]
  readonly added: readonly MarkPlace[]
  readonly replacements: readonly Replacement[]
}

/** Below it single steps cost nothing that anybody feels, and say more plainly what was done. */
export const MANY_PLACES = 100

type Edge = {
  readonly at: number
  readonly mark: Mark
  readonly isRemoved: boolean
  readonly begins: boolean
}

function edgesOf({ removed, added }: Places): Edge[] {
  const edges = [removed, added].flatMap((changes, list) =>
    changes.flatMap(({ mark, from, to }): Edge[] => [
      { at: from, mark, isRemoved: list === 0, begins: true },
      { at: to, mark, isRemoved: list === 0, begins: false },
    ]),
  )
  return edges.sort((one, other) => one.at - other.at)
}

/** The marks that go and come from one edge to the next, without what replacements take away. */
function addMarks(pieces: Piece[], from: number, to: number, open: ReadonlySet<Edge>): void {
  const marks = [...open]
  const before = marks.filter((edge) => edge.isRemoved).map((edge) => edge.mark)
  const after = marks.filter((edge) => !edge.isRemoved).map((edge) => edge.mark)
  if (from < to) addMarkChange(pieces, from, to, before, after)
}

function piecesOf(places: Places): Piece[] {
  const pieces: Piece[] = []
  const open = new Set<Edge>()
  const { replacements } = places
  let at = 0
  let next = 0
  const goTo = (place: number) => {
    for (let one = replacements[next]; one && one.from <= place; one = replacements[next]) {
      addMarks(pieces, at, one.from, open)
      addReplacement(pieces, one.from, one.to, one.slice)
      at = Math.max(at, one.to)
      next += 1
    }
    if (place <= at) return
    addMarks(pieces, at, place, open)
    at = place
  }
  for (const edge of edgesOf(places)) {
    goTo(edge.at)
    if (edge.begins) open.add(edge)
    else {
      const begun = [...open].find(
        ({ mark, isRemoved }) => mark === edge.mark && isRemoved === edge.isRemoved,
      )
      if (begun) open.delete(begun)
    }
  }
  goTo(Infinity)
  return pieces
}

function isInline(doc: Node, { from, slice }: Replacement): boolean {
  return isFlatSlice(slice) && (slice.size > 0 || doc.resolve(from).parent.isTextblock)
}

/** The marks and replacements of a rewrite of the document as one step; null where they are few, or more than words. */
export function asOneStep(doc: Node, places: Places): DecideStep | null {
  const { removed, added, replacements } = places
  if (removed.length + added.length + replacements.length < MANY_PLACES) return null
  if ([...removed, ...added].some((change) => change.isOnUnit)) return null
  return replacements.every((one) => isInline(doc, one)) ? new DecideStep(piecesOf(places)) : null
}

/** A paragraph and the position before it. */
export type ParagraphPlace = {
  readonly before: number
  readonly node: Node
  readonly attrs: Partial<ParagraphAttrs>
}

/** New attributes of many paragraphs, in text order, as one step that moves nothing; null where they are few. */
export function paragraphsAsOneStep(places: readonly ParagraphPlace[]): DecideStep | null {
  if (places.length < MANY_PLACES) return null
  const pieces: Piece[] = []
  for (const { before, node, attrs } of places) addAttributes(pieces, before + node.nodeSize - 1, attrs)
  return new DecideStep(pieces)
}
