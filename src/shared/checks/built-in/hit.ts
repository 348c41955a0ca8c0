import type { NoteRule } from '../../model/check-book.ts'
import type { ReadText } from '../tokens.ts'

/** Words that a check of the engine's own speaks of, in UTF-16 units of the block. */
export type Hit = {
  readonly from: number
  readonly to: number
  readonly replacement: string | null
  /** Said after the explanation of the rule. */
  readonly detail?: string
}

export type BlockToCheck = {
  readonly text: string
  readonly style: string
  readonly place: 'text' | 'cell' | 'note'
}

export type BlockCheck = (read: ReadText, rule: NoteRule, block: BlockToCheck) => readonly Hit[]
