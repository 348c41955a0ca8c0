import type { Edit } from '../../../shared/contract.ts'
import type { HeldWords } from '../../../shared/document/index/held-words.ts'
import type { Range } from '../../../shared/document/range.ts'
import type { Around } from './around.ts'

/**
 * Words that something is said about although nothing in the document holds on to them: what a check proposes. A spot
 * is a stretch of the live document as it is now; whoever keeps it longer finds it anew (checks/checks.ts).
 */
export type Shown = {
  /** Tinted. */
  readonly current: Range | null
  /** Underlined with dots. */
  readonly marked: readonly Range[]
}

export type Spots = {
  /**
   * Shows what `read` tells, asked anew whenever something near the window is drawn, which is `near`: of thousands only
   * those that meet it need be looked for. Null ends it.
   */
  show(read: ((near: Range) => Shown) | null): void
  /** Scrolls there and leaves focus and caret where they are. */
  reveal(spot: Range): void
  /** Selects the words and focuses the text; the final reading stays, the original gives way to the redline. */
  goTo(spot: Range): void
  /** The selection, as a stretch of the live document. Null until somebody has been in the text. */
  selected(): Range | null
  /** As EditorHandle.anchor, over these words; null where the text takes no remarks. */
  anchor(mark: 'comment' | 'claim', id: string, spot: Range): Edit | null
  /** Puts words in the place of these: in Suggest mode a tracked change. False where the text may not be changed. */
  replace(spot: Range, words: string): boolean
  /** The sentence that it stands in, of the final text. */
  around(spot: Range): Around
  /** Every stretch that is held, of all comments and claims. */
  held(): readonly HeldWords[]
}
