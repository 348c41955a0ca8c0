import type { Bearing, ClaimFlag, IdentityPart, Stance } from '../../../shared/model/claim.ts'
import type { WaiverCategory } from '../../../shared/model/waiver.ts'

/** What the editor of a claim calls the details that the rules ask for. */

export const IDENTITY_NAMES: Readonly<Record<IdentityPart, string>> = {
  name: 'Name',
  title: 'Title',
  agency: 'Agency',
}

export const FLAG_NAMES: Readonly<Record<ClaimFlag, string>> = {
  harm: 'may put somebody in harm’s way',
  security: 'touches security',
  minors: 'is about minors',
}

export const BEARING_NAMES: Readonly<Record<Bearing, string>> = {
  claim: 'the claim as a whole',
  cause: 'the cause',
  effect: 'the effect',
  link: 'the link between them',
  'first-value': 'the first value',
  'second-value': 'the second value',
  'own-words': 'their own words',
}

export const STANCE_NAMES: Readonly<Record<Stance, string>> = {
  supports: 'supports it',
  contradicts: 'contradicts it',
}

export const WAIVER_CATEGORY_NAMES: Readonly<Record<WaiverCategory, string>> = {
  'public-interest': 'Public interest',
  'public-record': 'On the public record',
  'own-knowledge': 'Known to the desk',
  'legal-advice': 'On legal advice',
  time: 'Time',
  other: 'Other',
}
