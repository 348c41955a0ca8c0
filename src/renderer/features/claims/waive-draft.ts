import type { Actor } from '../../../shared/model/person.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import type { WaiverCategory } from '../../../shared/model/waiver.ts'
import { isOwnStory } from './verify-refusal.ts'

/** Shortest reason, in characters: MIN_WAIVER_REASON of the model, whose schemas the window may not load. */
export const LEAST_REASON = 20

type Situation = { readonly state: Pick<ReviewState, 'article' | 'sources'>; readonly actor: Actor | null }

/** The unmet rules that this person may waive in their role, and the others. */
export function mayWaive(
  claim: Pick<ClaimView, 'results'>,
  situation: Situation,
): { readonly mine: readonly RuleResult[]; readonly others: readonly RuleResult[] } {
  const { actor } = situation
  const unmet = claim.results.filter((result) => result.state === 'unmet')
  const isMine = ({ waivedBy }: RuleResult): boolean =>
    actor !== null && !isOwnStory(situation) && waivedBy.includes(actor.role)
  return { mine: unmet.filter(isMine), others: unmet.filter((result) => !isMine(result)) }
}

export type WaiverDraft = {
  /** Ids, in the order of the rules. */
  readonly rules: readonly string[]
  readonly category: WaiverCategory
  readonly reason: string
  readonly askedBy: string
  /** The last version that it holds for; NaN while none is written. */
  readonly through: number
}

/** What a waiver still lacks, in words; empty when it can be granted. `offered`: how many rules can be ticked. */
export function draftRefusal(
  { rules, reason, through }: Pick<WaiverDraft, 'rules' | 'reason' | 'through'>,
  version: number,
  offered: number,
): string {
  if (offered === 0) return 'None of these rules may be waived in your role.'
  if (rules.length === 0) return 'Tick the rules to waive.'
  const short = LEAST_REASON - reason.trim().length
  if (short > 0) return `The reason needs ${short} more ${short === 1 ? 'character' : 'characters'}.`
  if (!Number.isInteger(through) || through < version) return `Name version ${version} or a later one.`
  return ''
}
