import type { Mark, Node } from 'prosemirror-model'
import type { ChangeRef } from './attributes.ts'
import type { ChangedRange } from './changed-ranges.ts'

/** What an edit comes to at one place: deleted text that is kept, and then the new text. */
export type TrackedRange = {
  readonly range: ChangedRange
  /** Width of the deleted text that is kept. */
  readonly kept: number
  readonly insertion: ChangeRef | null
  readonly anchors: readonly Mark[]
}

export type MapPosition = (position: number, assoc: -1 | 1) => number

/** From positions of the edited document to those of the tracked one. */
export function createMapPosition(edited: Node, tracked: readonly TrackedRange[]): MapPosition {
  const map = (position: number, assoc: -1 | 1): number => {
    let shift = 0
    for (const { range, kept } of tracked) {
      if (position < range.fromB) break
      const start = range.fromB + shift
      if (position === range.fromB && assoc < 0) return start
      if (position <= range.toB) return position + shift + kept
      shift += kept
    }
    return position + shift
  }
  return (position, assoc) => {
    const isBetween = edited.resolve(position).depth === 0
    return isBetween ? map(position + 1, -1) - 1 : map(position, assoc)
  }
}
