import type { RecordedDecision } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { ClaimKind } from '../../../shared/model/claim.ts'
import type { ConsultationField } from '../../../shared/model/consultation.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReplyChannel, ReplyOutcome } from '../../../shared/model/reply.ts'
import type { OnRecord, SourceKind } from '../../../shared/model/source.ts'
import type { WaiverCategory } from '../../../shared/model/waiver.ts'

/** The words in which the packet says what the model says in codes. */

export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  reporter: 'reporter',
  desk: 'desk editor',
  checker: 'fact-checker',
  copy: 'copy editor',
  standards: 'standards editor',
  legal: 'legal reader',
  approver: 'approver',
}

export const DECISION_WORDS: Readonly<Record<RecordedDecision, string>> = {
  approve: 'approved',
  'approve-with-conditions': 'approved with conditions',
  return: 'returned',
  hold: 'held',
  kill: 'killed',
  withdraw: 'withdrawn',
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  draft: 'in draft',
  'desk-edit': 'in desk edit',
  'fact-check': 'in fact-check',
  copy: 'in copy',
  'read-back': 'in read-back',
  standards: 'with standards',
  legal: 'with legal',
  ready: 'ready for approval',
  approved: 'approved',
  filed: 'filed',
  returned: 'returned',
  held: 'held',
  killed: 'killed',
}

export const CLAIM_KIND_WORDS: Readonly<Record<ClaimKind, string>> = {
  number: 'number',
  quotation: 'quotation',
  attribution: 'attribution',
  identity: 'identity',
  'date-place': 'date or place',
  event: 'event',
  causal: 'cause',
  allegation: 'allegation',
  opinion: 'opinion',
  motive: 'motive',
  prediction: 'prediction',
  background: 'background',
}

export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, string>> = {
  person: 'person',
  document: 'document',
  data: 'data',
  recording: 'recording',
  observation: 'own observation',
  outlet: 'outlet',
  'press-release': 'press release',
  post: 'post',
}

export const ON_RECORD_WORDS: Readonly<Record<OnRecord, string>> = {
  'on-record': 'on the record',
  background: 'on background',
  unnamed: 'unnamed',
  'off-record': 'off the record',
}

export const WAIVER_CATEGORY_WORDS: Readonly<Record<WaiverCategory, string>> = {
  'public-interest': 'public interest',
  'public-record': 'on the public record',
  'own-knowledge': 'own knowledge',
  'legal-advice': 'on legal advice',
  time: 'for want of time',
  other: 'another reason',
}

export const REPLY_CHANNEL_WORDS: Readonly<Record<ReplyChannel, string>> = {
  phone: 'by phone',
  email: 'by e-mail',
  letter: 'by letter',
  'in-person': 'in person',
  message: 'by message',
  lawyer: 'through a lawyer',
  other: 'in another way',
}

export const REPLY_OUTCOME_WORDS: Readonly<Record<ReplyOutcome, string>> = {
  waiting: 'waited for',
  answered: 'answered',
  declined: 'declined to answer',
  'no-answer': 'no answer by the deadline',
}

export const CONSULTATION_WORDS: Readonly<Record<ConsultationField, string>> = {
  legal: 'Legal',
  standards: 'Standards',
  security: 'Security',
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Cut at a space before `length` letters, as a reader counts them, with an ellipsis. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  let end = 0
  let count = 0
  for (const { index } of graphemes.segment(text)) {
    if (count === length) end = index
    count += 1
    if (count > length) break
  }
  if (count <= length) return text
  return `${text.slice(0, end).replace(/\s+\S*$/, '')}…`
}
