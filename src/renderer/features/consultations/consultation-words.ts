import type { Consultation, ConsultationField } from '../../../shared/model/consultation.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ClaimView } from '../../../shared/model/review.ts'

export const FIELD_NAMES: Readonly<Record<ConsultationField, string>> = {
  legal: 'Legal',
  standards: 'Standards',
  security: 'Security',
}

/** Of the rules, the one that asks for advice where something may be harmed. */
const HARM = 'R17'

/** Claims that may not run before somebody was consulted. */
export function wantingAdvice<T extends Pick<ClaimView, 'results'>>(claims: readonly T[]): readonly T[] {
  return claims.filter(({ results }) => results.some(({ rule, state }) => rule === HARM && state === 'unmet'))
}

/** Why this role records no consultation; null where it does. */
export function recordingRefusal(role: Role | undefined): string | null {
  if (role === 'legal' || role === 'standards') return null
  return 'Standards or legal records a consultation, in that role. Switch to it, or ask them to.'
}

/** What legal keeps to itself is told to no other role: not even that a search may find. */
export function isKeptByLegal({ audience }: Pick<Consultation, 'audience'>, role: Role | undefined): boolean {
  return audience === 'legal' && role !== 'legal'
}
