import { countRecords } from '../../../shared/document/index/count-changes.ts'
import type { SignOff, SlotState } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import type { StyleFindings } from '../../../shared/model/style-findings.ts'
import { counted, DECISION_WORDS, ROLE_WORDS, STATUS_WORDS } from './labels.ts'
import { longMoment, moment, zone } from './moment.ts'
import { findingCounts } from './report-findings.ts'
import type { Voice } from './voice.ts'

export type Verdict = {
  readonly approved: boolean
  /** "with 1 condition, by Hanne Ostrow, approver, …", or what blocks. */
  readonly words: string
}

export type Pair = { readonly label: string; readonly value: string }

export type ReportSlot = {
  readonly slot: string
  /** Empty for readers outside, who are told the role alone. */
  readonly who: string
  readonly role: string
  /** The state in words; `cause` follows it after a colon. */
  readonly state: string
  readonly cause: string
  readonly when: string
  readonly hash: string
  readonly void: boolean
}

/** Who decided what, in every file. */
export type ReportApproval = {
  readonly slots: readonly ReportSlot[]
  readonly conditions: readonly string[]
}

export type ReportCover = {
  readonly blockers: readonly { readonly code: string; readonly words: string }[]
  readonly made: readonly Pair[]
  readonly counts: readonly Pair[]
}

const SHOWN_DIGITS = 12

/** The first hex digits in groups of four: "51d0 c2e9 08bf". */
export function shortHash(hash: string, digits = SHOWN_DIGITS): string {
  return (hash.slice(0, digits).match(/.{4}/g) ?? []).join(' ')
}

function conditionsOf(record: SignOff): readonly string[] {
  return record.conditions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The signature that approves exactly this text and this evidence, if there is one. */
export function approvalOf(state: ReviewState): SignOff | null {
  const approval = state.slots.find((slot) => slot.slot === 'approval')
  const record = approval?.state === 'signed' ? approval.signOff : null
  if (!record || !record.decision.startsWith('approve')) return null
  const fits = record.textHash === state.textHash && record.evidenceHash === state.evidenceHash
  const reached = state.article.status === 'approved' || state.article.status === 'filed'
  return fits && reached && state.blockers.length === 0 ? record : null
}

function whoOf(record: SignOff, voice: Voice): string {
  return voice.inside ? record.typedName || voice.name(record.personId) : `the ${ROLE_WORDS[record.role]}`
}

function blockedWords(state: ReviewState): string {
  const codes = [...new Set(state.blockers.map((blocker) => blocker.code))]
  if (codes.length === 0) return `The article is ${STATUS_WORDS[state.article.status]}. Not for publication.`
  const what = codes.length === 1 ? '1 thing blocks' : `${codes.length} things block`
  return `${what} approval: ${codes.join(', ')}. Not for publication.`
}

export function reportVerdict(state: ReviewState, voice: Voice): Verdict {
  const record = approvalOf(state)
  if (!record) return { approved: false, words: blockedWords(state) }
  const count = conditionsOf(record).length
  const conditions = count === 0 ? '' : `with ${counted(count, 'condition', 'conditions')}, `
  const role = voice.inside ? `, ${ROLE_WORDS[record.role]}` : ''
  const when = longMoment(record.at, record.utcOffset)
  return { approved: true, words: `${conditions}by ${whoOf(record, voice)}${role}, ${when}` }
}

function stateWords(slot: SlotState): { state: string; cause: string } {
  const record = slot.signOff
  const decided = record && !record.decision.startsWith('approve') ? DECISION_WORDS[record.decision] : ''
  switch (slot.state) {
    case 'signed':
      // Only the approval approves; the other slots are signed.
      return {
        state: record && slot.slot === 'approval' ? DECISION_WORDS[record.decision] : decided || 'signed',
        cause: '',
      }
    case 'void':
      return { state: 'void', cause: slot.cause }
    case 'waiting':
      return {
        state: decided || 'waiting',
        cause: slot.requiredBy === '' ? '' : `required by ${slot.requiredBy}`,
      }
    case 'not-needed':
      return { state: 'not needed', cause: '' }
  }
}

function reportSlot(slot: SlotState, voice: Voice): ReportSlot {
  const record = slot.signOff
  return {
    slot: SLOT_NAMES[slot.slot],
    who: record && voice.inside ? whoOf(record, voice) : '',
    role: record ? ROLE_WORDS[record.role] : '',
    ...stateWords(slot),
    when: record ? `${moment(record.at, 0)} UTC` : '',
    hash: record ? shortHash(record.textHash) : '',
    void: slot.state === 'void',
  }
}

/** `style`: left out where a file tells nothing of it. */
function countsOf(
  state: ReviewState,
  voice: Voice,
  style: StyleFindings | null | undefined,
): readonly Pair[] {
  const changes = (what: string) => countRecords(state.changes.filter((change) => change.state === what))
  const open = state.threads.filter((thread) => thread.resolvedAt === null)
  const claims = (...statuses: readonly string[]) =>
    state.claims.filter((claim) => !claim.stale && statuses.includes(claim.status)).length
  const pair = (label: string, ...values: readonly number[]) => ({ label, value: values.join(', ') })
  const found = voice.inside && style !== undefined ? findingCounts(style) : null
  const left = [
    pair('Changes open', changes('open')),
    pair('Changes accepted, rejected', changes('accepted'), changes('rejected')),
    ...(voice.inside
      ? [
          pair(
            'Comments open, of these must',
            open.length,
            open.filter((one) => one.level === 'must').length,
          ),
          pair('Comments resolved', state.threads.length - open.length),
        ]
      : []),
    ...(found ? [{ label: 'Style findings open, put aside', value: found.findings }] : []),
  ]
  const right = [
    pair('Claims, not yet cleared', state.claims.length, state.claims.filter((one) => !one.cleared).length),
    pair('Claims verified', claims('verified', 'verified-with-change')),
    pair('Labelled as opinion, waived, cut', claims('opinion-labelled'), claims('waived'), claims('cut')),
    pair(
      'Stale, disputed or unverifiable',
      state.claims.filter((one) => one.stale).length + claims('disputed', 'unverifiable'),
    ),
    ...(found ? [{ label: 'Claims proposed, not yet pinned', value: found.claims }] : []),
  ]
  return [...left, ...right]
}

export function reportApproval(state: ReviewState, voice: Voice): ReportApproval {
  const record = approvalOf(state)
  return {
    slots: state.slots.map((slot) => reportSlot(slot, voice)),
    conditions: record ? conditionsOf(record).map(voice.free) : [],
  }
}

type Facts = {
  readonly now: number
  readonly utcOffset: number
  /** Left out where the file tells nothing of it. */
  readonly style?: StyleFindings | null
}

export function reportCover(
  state: ReviewState,
  voice: Voice,
  { now, utcOffset: offset, style }: Facts,
): ReportCover {
  return {
    blockers: state.blockers.map((blocker) => ({
      code: blocker.code,
      // Outside, the detail is left out: it tells initials of desk people.
      words: voice.free([blocker.title, voice.inside ? blocker.detail : ''].join(' ').trim()),
    })),
    made: [
      { label: 'Words, final text', value: String(state.words) },
      { label: `Made, ${zone(offset)}`, value: moment(now, offset) },
      ...(offset === 0 ? [] : [{ label: 'Made, UTC', value: moment(now, 0) }]),
    ],
    counts: countsOf(state, voice, style),
  }
}
