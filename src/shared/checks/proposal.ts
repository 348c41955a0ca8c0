import type { ClaimKind, Risk } from '../model/claim.ts'
import type { Level } from '../model/thread.ts'

/**
 * What the finder or the style check found in one block of the final projection. A proposal is never a check: it
 * becomes a claim or a comment when somebody takes it, or is put aside.
 */
type Found = {
  /** Names it by rule and words, not by place (proposal-key.ts): what was dismissed stays dismissed. */
  readonly key: string
  /** Id of the rule in resources/checks. */
  readonly rule: string
  /** What the rule is called in lists. */
  readonly title: string
  /** Why it is proposed and what an editor may do; one or two sentences. */
  readonly explanation: string
  /** Where it stands in the final text of its block, in UTF-16 units. */
  readonly from: number
  readonly to: number
  /** The words there. */
  readonly words: string
}

/** The finder: words that assert something checkable. */
export type ClaimProposal = Found & {
  readonly kind: 'claim'
  readonly claimKind: ClaimKind
  readonly risk: Risk
}

/** The style check: words to look at again. `replacement`: what would take their place; null where nobody can say. */
export type NoteProposal = Found & {
  readonly kind: 'note'
  readonly replacement: string | null
  /** The level that a comment made of it begins with. */
  readonly severity?: Level
  /** It speaks of the story as a whole, and stands at its headline for want of a better place. */
  readonly ofWhole?: true
}

export type Proposal = ClaimProposal | NoteProposal
