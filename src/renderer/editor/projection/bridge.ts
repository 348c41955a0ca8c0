import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { Selection } from 'prosemirror-state'
import { decide } from '../../../shared/document/decide/decide.ts'
import type { Reading } from '../../../shared/document/projection.ts'

/** Where a place of the live text stands in another reading of it, and back. */
export type Bridge = {
  readonly there: (position: number) => number
  readonly back: (position: number) => number
}

const SAME: Bridge = { there: (position) => position, back: (position) => position }

/**
 * A reading is what deciding every change would leave, so the exact map of that decision leads from one to the other.
 * What is not in the reading leads to the place where it is left out.
 */
export function bridgeTo(doc: Node, reading: Reading | 'redline'): Bridge {
  if (reading === 'redline') return SAME
  const { mapping } = decide(doc, 'all', reading === 'final' ? 'accept' : 'reject')
  const inverted = mapping.invert()
  return { there: (position) => mapping.map(position, 1), back: (position) => inverted.map(position, 1) }
}

/** The same words of another document, as near as they can be had. */
export function carry(selection: Selection, doc: Node, map: (position: number) => number): Selection {
  const place = (position: number) => doc.resolve(Math.min(Math.max(map(position), 0), doc.content.size))
  return TextSelection.between(place(selection.anchor), place(selection.head))
}
