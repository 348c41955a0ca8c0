import { likeness, mayBeSame } from './returned-items.ts'
import type { Item } from './returned-items.ts'

/**
 * What speaks for a token of the copy being one of the base, and what it costs that one has no partner. The figures
 * only have to put readings of one place in order: text under the same change is that text; an insertion may have been
 * accepted and a deletion rejected; text that was not inserted never becomes so; and one long edit is likelier than
 * many that leave a letter standing between them.
 */

const IMPOSSIBLE = Number.NEGATIVE_INFINITY

/** Tables, rows, cells and notes with less in common are others. */
const ALIKE = 0.25

function ofInsertion(base: Item, copy: Item): number {
  if (base.inserted === null) return copy.inserted === null ? 0.5 : IMPOSSIBLE
  if (copy.inserted === null) return 0
  return base.inserted === copy.inserted ? 1 : IMPOSSIBLE
}

function ofDeletion(base: Item, copy: Item): number {
  if (base.deleted === null) return copy.deleted === null ? 0.5 : 0.25
  if (copy.deleted === null) return -0.5
  return base.deleted === copy.deleted ? 1 : -0.25
}

function ofContent(base: Item, copy: Item): number {
  if (base.kind === 'text' || base.node.isLeaf) return 1
  if (base.kind === 'paragraph') return 2
  const alike = likeness(base.node, copy.node)
  return alike < ALIKE ? IMPOSSIBLE : alike * 8
}

export function scoreOf(base: Item, copy: Item): number {
  if (!mayBeSame(base, copy)) return IMPOSSIBLE
  const tracking = ofInsertion(base, copy) + ofDeletion(base, copy)
  return tracking === IMPOSSIBLE ? IMPOSSIBLE : tracking + ofContent(base, copy)
}

function isTracked(item: Item): boolean {
  return item.inserted !== null || item.deleted !== null
}

/** That the copy does not have it: its change may have been decided. */
export function costOfGone(base: Item): number {
  return isTracked(base) ? 0.25 : 1
}

/** That the base does not have it. */
export function costOfNew(copy: Item): number {
  return copy.inserted === null ? 1 : 0.2
}

/** That a stretch without partners begins here. */
export function costOfBeginning(item: Item): number {
  return isTracked(item) ? 2 : 6
}
