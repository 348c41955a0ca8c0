import type { Actor, Role } from '../../../shared/model/person.ts'
import type { ClaimView, ReviewState } from '../../../shared/model/review.ts'
import type { RuleResult } from '../../../shared/model/rule.ts'
import { listed } from '../../../shared/rules/words.ts'
import { ROLE_NAMES } from '../words.ts'
import { rulesInWords } from './claim-standing.ts'

type Situation = {
  readonly state: Pick<ReviewState, 'article' | 'sources'>
  readonly actor: Actor | null
}

/** The rule against words that changed since: it is met by verifying again. */
const STALE = 'R18'

/** On their own story nobody verifies, waives or labels. */
export function isOwnStory({ state, actor }: Situation): boolean {
  return actor?.role === 'reporter' || (actor !== null && actor.personId === state.article.authorId)
}

/** Whether all that bears the claim out came from the person at the desk: nobody checks their own find. */
function isOwnFind(claim: ClaimView, { state, actor }: Situation): boolean {
  const attached = state.sources.filter(({ id }) => claim.sources.some((link) => link.sourceId === id))
  return attached.length > 0 && attached.every(({ suppliedBy }) => suppliedBy === actor?.personId)
}

export function rolesInWords(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_NAMES[role])
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

/** Who may waive which of the unmet rules: "Only legal may waive R8 and R16. Nobody may waive R14." */
export function waiversInWords(unmet: readonly RuleResult[]): string {
  const groups = Map.groupBy(unmet, ({ waivedBy }) => rolesInWords(waivedBy))
  return [...groups]
    .map(([roles, results]) => {
      const rules = groups.size === 1 ? 'that' : rulesInWords(results)
      return roles === '' ? `Nobody may waive ${rules}.` : `Only ${roles} may waive ${rules}.`
    })
    .join(' ')
}

/** Why Verify is refused, in words; empty when it is offered. Main decides again. */
export function verifyRefusal(claim: ClaimView, situation: Situation): string {
  if (situation.state.article.locked) return 'The article is approved and locked. Re-open it first.'
  if (situation.actor?.role === 'reporter') return 'A reporter does not verify. Ask a checker.'
  if (isOwnStory(situation)) return 'Nobody verifies a claim of their own story. Ask a checker.'
  if (claim.orphaned) return 'Its words are no longer in the text. Add a place first.'
  const unmet = claim.results.filter(({ state, rule }) => state === 'unmet' && rule !== STALE)
  if (unmet.length > 0) {
    const rules = [...new Set(unmet.map(({ rule }) => rule))]
    return `Refused while ${listed(rules)} ${rules.length === 1 ? 'is' : 'are'} unmet. ${waiversInWords(unmet)}`
  }
  if (isOwnFind(claim, situation)) {
    return 'You supplied its only sources. Somebody else verifies it.'
  }
  return ''
}
