import type { Range } from '../../../shared/document/index/document-index.ts'

/** As long as prosemirror-history waits before it opens a new group, in milliseconds. */
const PAUSE = 500

/**
 * Decides which tracked transactions belong to one undo step. History looks at the positions that steps touch, but
 * a tracked deletion only adds a mark and touches none; so the group is told to it by number, in the `composition`
 * field: equal numbers are one group there.
 */
export type TypingGroups = {
  /** `touched`: what the edit changed in the document before it; `result`: the same in the one after. */
  next(time: number, touched: readonly Range[], result: readonly Range[]): number
  /** Whatever comes next starts a new group. */
  close(): void
}

export function createTypingGroups(): TypingGroups {
  // Negative: ProseMirror counts real compositions upwards from 1.
  let group = -1
  let lastTime = 0
  let last: readonly Range[] = []
  return {
    next: (time, touched, result) => {
      const adjacent = touched.some((range) =>
        last.some((other) => range.from <= other.to && range.to >= other.from),
      )
      if (!adjacent || time - lastTime > PAUSE) group -= 1
      lastTime = time
      last = result
      return group
    },
    close: () => {
      last = []
    },
  }
}
