import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { correspondenceBy, correspondenceOf } from './changed-ranges.ts'
import type { ChangedRange, Correspondence, Edited } from './changed-ranges.ts'
import { trackContainer } from './tracked-container.ts'
import { createMapPosition } from './tracked-positions.ts'
import type { MapPosition, TrackedCopy } from './tracked-positions.ts'
import { once } from './tracking-work.ts'
import type { Work } from './tracking-work.ts'

export type TrackingContext = {
  readonly author: string
  readonly newId: () => string
  /** The edit moves paragraphs: what goes and what comes are the two sides of one change. */
  readonly isMove?: boolean
  /** Anchors that new text may bring along (`comment:ID`, `claim:ID`): those that were cut out just now. */
  readonly carried?: ReadonlySet<string>
}

export type Tracked = {
  /** From the base to the tracked document. */
  readonly transform: Transform
  /**
   * Where a position of the edited document stands in the tracked one. `assoc` chooses the side of deleted text
   * that was kept there: -1 before it (Backspace), 1 after it (Delete, typing). One between blocks stays so.
   */
  readonly mapPosition: MapPosition
  /** What the edit came to, as small as can be; positions of the base and of the edited document. */
  readonly ranges: readonly ChangedRange[]
}

function track(base: Node, edited: Node, correspondence: Correspondence, context: TrackingContext): Tracked {
  const { author, newId } = context
  const work: Work = {
    transform: new Transform(base),
    correspondence,
    containers: new Map(),
    copies: [],
    ranges: [],
    isMove: context.isMove ?? false,
    styleId: once(newId),
    cellsId: once(newId),
    layoutId: once(newId),
  }
  const whole = { base, edited, baseStart: 0, editedStart: 0, touched: correspondence.ranges }
  trackContainer(work, whole, {
    author,
    newId,
    formatId: once(newId),
    moveId: null,
    carried: context.carried ?? new Set(),
    surrounding: null,
  })
  let known: readonly TrackedCopy[] | null = null
  const copies = () => (known ??= work.copies.flatMap((list) => list()))
  return {
    transform: work.transform,
    mapPosition: createMapPosition(work.transform, edited, correspondence.ranges, work.containers, copies),
    ranges: work.ranges,
  }
}

/**
 * Turns a local edit into its tracked form. What the edit took away is kept as deleted (only one's own insertions
 * go), what it brought is inserted after that, and changes of format and of paragraph properties are noted
 * with what they were. Accepting all of it gives the edited document, rejecting all of it the base.
 *
 * The edit is read as the difference between its first and its last document, as small as can be, and not step
 * by step: so a transaction of many steps leaves no more traces than what it did.
 */
export function trackChanges(base: Node, edit: Edited, context: TrackingContext): Tracked {
  return track(base, edit.doc, correspondenceOf(edit.maps), context)
}

/**
 * The same for two documents of which it is known where they differ: `ranges` in positions, in order, apart from
 * each other. All between is the same token by token; formatting and paragraph properties may differ there.
 */
export function trackDifference(
  base: Node,
  edited: Node,
  ranges: readonly ChangedRange[],
  context: TrackingContext,
): Tracked {
  return track(base, edited, correspondenceBy(ranges), context)
}

/** Where an edit changed the text, as small as can be; positions. */
export function changedPlaces(base: Node, edit: Edited): readonly ChangedRange[] {
  const nobody = { author: 'nobody', newId: () => 'none' }
  return trackChanges(base, edit, nobody).ranges
}
