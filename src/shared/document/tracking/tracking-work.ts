import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'
import type { ChangedRange, Correspondence } from './changed-ranges.ts'
import type { Rewrite } from './rewrite.ts'
import type { Flat } from './runs.ts'
import type { ContentContext } from './tracked-content.ts'
import type { TrackedContainer, TrackedCopy } from './tracked-positions.ts'
import type { TrackedMark } from './tracked-properties.ts'

/** What the parts of the tracker hand to each other. */

/** Two containers of which the edit made one from the other, or two tables; positions where their content begins. */
export type Pair = {
  readonly base: Node
  readonly baseStart: number
  readonly edited: Node
  readonly editedStart: number
  /** What was touched in them, in positions of the whole documents. */
  readonly touched: readonly ChangedRange[]
}

/** What is common to all containers of one edit. */
export type Work = {
  readonly transform: Transform
  readonly correspondence: Correspondence
  readonly containers: Map<number, TrackedContainer>
  readonly copies: (() => readonly TrackedCopy[])[]
  readonly ranges: ChangedRange[]
  readonly isMove: boolean
  readonly styleId: () => string
  /** Rows and cells that one edit takes or brings are one change. */
  readonly cellsId: () => string
  readonly layoutId: () => string
}

export type Plan = {
  readonly base: Flat
  readonly edited: Flat
  readonly doc: Node
  readonly rewrite: Rewrite
  readonly marks: TrackedMark[]
  readonly units: Pair[]
  readonly context: ContentContext
}

/** The same value each time, made when it is first asked for. */
export function once(make: () => string): () => string {
  let made: string | null = null
  return () => (made ??= make())
}
