import type { Tab } from '../../../src/renderer/features/review/store.ts'
import type { Size } from './workload.ts'

/** What is asked of the measured page. Times are milliseconds. */

/** `plain`: ProseMirror alone. `bare`: our editor alone. `screen`: the whole review around it. */
export type Kind = 'plain' | 'bare' | 'screen'

export type KeyFigures = {
  /** From the press of each key to the task after the next frame. */
  readonly toPaint: readonly number[]
  /** JavaScript of each dispatch that changed the document. */
  readonly dispatch: readonly number[]
}

export type StateFigures = {
  readonly key: readonly number[]
  readonly enter: readonly number[]
  readonly backspace: readonly number[]
  /** The index after each of some keys, which is made once they are painted; none of plain ProseMirror. */
  readonly index: readonly number[]
}

/** `…Index`: the index of the document after it. */
export type DecideFigures = {
  readonly accept: number
  readonly acceptIndex: number
  readonly undo: number
  readonly undoIndex: number
}

export type PageApi = {
  /** Fetches the stored document and makes all ready, but opens nothing. */
  prepare(kind: Kind, size: Size): Promise<void>
  /** Resolves when the text has been painted. */
  open(): Promise<void>
  caret(): Promise<void>
  /** What was measured of keys since the last time. */
  takeKeys(): KeyFigures
  /** Longest stretch in which nothing else could run, within the next so many milliseconds. */
  blocks(milliseconds: number): Promise<number>
  setTab(tab: Tab): Promise<void>
  /** Types at a state without a view, `plain` or as ours is. */
  typeAtState(kind: 'plain' | 'bare', size: Size, keys: number): Promise<StateFigures>
  /** Deciding every change at a state: cold, and its undo. */
  decideFigures(size: Size): Promise<DecideFigures>
}
