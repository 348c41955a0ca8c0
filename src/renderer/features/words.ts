import type { Decision, RecordedDecision, Slot } from '../../shared/model/approval.ts'
import type { ClaimKind, Risk } from '../../shared/model/claim.ts'
import type { Role } from '../../shared/model/person.ts'
import type { Audience } from '../../shared/model/review.ts'
import type { Grade, OnRecord, SourceKind } from '../../shared/model/source.ts'
import type { Level } from '../../shared/model/thread.ts'

/**
 * What the interface calls things. Records typed by the model, so that a new kind does not compile until it
 * has a name; their keys are the lists that menus and selects offer.
 */

export { EXPORT_KIND_NAMES as EXPORT_NAMES, STATUS_NAMES } from '../../shared/names.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reporter: 'reporter',
  desk: 'desk',
  checker: 'checker',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approver: 'approver',
}

/** The role that signs a slot, as in the model; the window may not load the model's schemas. */
export const SIGNS: Readonly<Record<Slot, Role>> = {
  desk: 'desk',
  facts: 'checker',
  copy: 'copy',
  standards: 'standards',
  legal: 'legal',
  approval: 'approver',
}

export const DECISION_NAMES: Readonly<Record<Decision, string>> = {
  approve: 'Approve',
  'approve-with-conditions': 'Approve with conditions',
  return: 'Return',
  hold: 'Hold',
  kill: 'Kill',
}

/** What a record says, which may also be that something was taken back. */
export const RECORDED_NAMES: Readonly<Record<RecordedDecision, string>> = {
  ...DECISION_NAMES,
  withdraw: 'Withdraw',
}

export const CLAIM_KIND_NAMES: Readonly<Record<ClaimKind, string>> = {
  number: 'Number',
  quotation: 'Quotation',
  attribution: 'Attribution',
  identity: 'Identity',
  'date-place': 'Date or place',
  event: 'Event',
  causal: 'Causal',
  allegation: 'Allegation',
  opinion: 'Opinion',
  motive: 'Motive',
  prediction: 'Prediction',
  background: 'Background',
}

export const RISK_NAMES: Readonly<Record<Risk, string>> = { low: 'Low', medium: 'Medium', high: 'High' }

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { must: 'must', should: 'should', fyi: 'fyi' }

export const GRADE_MEANINGS: Readonly<Record<Grade, string>> = {
  A: 'official record, court or contract document, own observation, full recording',
  B: 'named, on the record, with direct knowledge; peer-reviewed study',
  C: 'named expert, press release, reputable outlet or agency, archive',
  D: 'unnamed, with direct knowledge, known to an editor',
  E: 'unnamed second-hand or off the record: guidance only, never support',
}

export const SOURCE_KIND_NAMES: Readonly<Record<SourceKind, string>> = {
  person: 'Person',
  document: 'Document',
  data: 'Data',
  recording: 'Recording',
  observation: 'Own observation',
  outlet: 'Outlet or agency',
  'press-release': 'Press release',
  post: 'Post',
}

export const ON_RECORD_NAMES: Readonly<Record<OnRecord, string>> = {
  'on-record': 'on the record',
  background: 'background',
  unnamed: 'unnamed',
  'off-record': 'off the record',
}

export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  internal: 'Internal',
  legal: 'Legal',
  external: 'External',
}

/** A record of names as choices, in its order. */
export function choices<T extends string>(names: Readonly<Record<T, string>>): { value: T; label: string }[] {
  return (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }))
}
