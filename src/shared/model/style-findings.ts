import type { Dismissal } from './check.ts'
import type { Level } from './thread.ts'

/** What the style check proposes in a text, for a file that tells of it: plain values, rule by rule. */

/** One passage. A proposal is never a check: it says where to look again. */
export type StyleFinding = {
  /** The sentence, as the final text is numbered: “H”, “4.2”; “Table” and “Note” where it has no number. */
  readonly place: string
  readonly words: string
  /** The story as a whole is meant; its words are the headline's for want of a better place. */
  readonly ofWhole: boolean
  /** What the rule says of this passage alone; mostly empty. */
  readonly detail: string
  /** What would take the place of the words; null where nobody can say. */
  readonly instead: string | null
  /** Who put it aside, and when; null while it stands. */
  readonly aside: Pick<Dismissal, 'by' | 'at'> | null
}

export type RuleFindings = {
  readonly title: string
  /** Why it is proposed and what an editor may do. */
  readonly explanation: string
  readonly level: Level
  readonly open: number
  readonly aside: number
  /** The first of them, those that stand before those that were put aside; each in the order of the text. */
  readonly first: readonly StyleFinding[]
}

export type StyleFindings = {
  /** The house style that was gone by. */
  readonly house: string
  /** False where its dictionary could not be read. */
  readonly spelling: boolean
  /** What needs most to be looked at first. */
  readonly rules: readonly RuleFindings[]
  /** Words that the finder takes for a claim, and that nobody has pinned or put aside. */
  readonly claims: number
}
