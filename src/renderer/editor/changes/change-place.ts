import type { Node } from 'prosemirror-model'
import type { ChangeEntry, Range } from '../../../shared/document/index/document-index.ts'
import { deletionOf, insertionOf, paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import type { ChangePlace } from '../api.ts'
import { paragraphNumber } from '../layout/numbering.ts'

/** Which side of a tracked insertion or deletion a place is. */
function sideAt(doc: Node, position: number, id: string): 'inserted' | 'deleted' | null {
  const $place = doc.resolve(position)
  const inline = $place.nodeAfter
  if (inline?.isInline === true) {
    if (insertionOf(inline.marks)?.id === id) return 'inserted'
    return deletionOf(inline.marks)?.id === id ? 'deleted' : null
  }
  if (!$place.parent.isTextblock) return null
  const mark = paragraphAttrs($place.parent).paragraphMark
  if (mark?.insertion?.id === id) return 'inserted'
  return mark?.deletion?.id === id ? 'deleted' : null
}

function movePlace(doc: Node, change: ChangeEntry, ranges: readonly Range[]): ChangePlace {
  const first = (side: 'inserted' | 'deleted') =>
    ranges.find(({ from }) => sideAt(doc, from, change.id) === side)?.from ?? null
  const numberAt = (position: number | null) => (position === null ? null : paragraphNumber(doc, position))
  const from = first('deleted')
  const to = first('inserted')
  const up = from !== null && to !== null && to < from
  return { kind: 'move', from: numberAt(from), to: numberAt(to), up }
}

/** Number of the paragraph that a ¶ makes one with the next, or divides from it. */
function paragraphPlace(doc: Node, { from }: Range): ChangePlace {
  const $place = doc.resolve(from)
  const next = $place.depth === 1 ? paragraphNumber(doc, $place.after(1)) : null
  return { kind: 'paragraph', number: paragraphNumber(doc, from), next }
}

/** Where a change, which has these ranges, stands: for the words of its row and its note. */
export function changePlace(doc: Node, change: ChangeEntry, ranges: readonly Range[]): ChangePlace | null {
  const [first] = ranges
  if (first === undefined) return null
  if (change.kind === 'move') return movePlace(doc, change, ranges)
  // What became of rows and cells is in the change's own words.
  if (change.kind === 'cells' || change.kind === 'layout') return null
  return paragraphPlace(doc, ranges.at(-1) ?? first)
}
