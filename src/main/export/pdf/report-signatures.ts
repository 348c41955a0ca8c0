import type { SignOff } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES, STATUS_NAMES } from '../../../shared/names.ts'
import { isApproving } from '../../../shared/rules/slots.ts'
import { DECISION_WORDS, ROLE_WORDS } from './labels.ts'
import { longMoment } from './moment.ts'
import type { Voice } from './voice.ts'

export type ReportSignature = {
  readonly seq: string
  /** "Facts: signed by Mara Oyelle, fact-checker" */
  readonly title: string
  readonly when: string
  readonly version: string
  readonly statement: string
  readonly conditions: string
  /** The words are the reason of it, not conditions. */
  readonly reasoned: boolean
  /** The waivers it was given under, until when a hold holds, the step that a return comes back to. */
  readonly notes: readonly string[]
  readonly textHash: string
  readonly evidenceHash: string
  readonly previous: string
  readonly hash: string
}

/** Only the approval approves; the other slots are signed. */
function decisionOf(record: SignOff): string {
  return record.slot !== 'approval' && record.decision === 'approve'
    ? 'signed'
    : DECISION_WORDS[record.decision]
}

/** “R6 for claim 3”, as far as they are still known here. */
function waiversOf({ waivers }: SignOff, state: ReviewState): readonly string[] {
  return state.waivers
    .filter((waiver) => waivers.includes(waiver.id))
    .map(({ rules, claimId }) => {
      const claim = state.claims.find((one) => one.id === claimId)
      return `${rules.join(', ')} for ${claim ? `claim ${claim.number}` : 'a claim that is gone'}`
    })
}

function notesOf(record: SignOff, state: ReviewState): readonly string[] {
  const waivers = waiversOf(record, state)
  const { until, returnTo, utcOffset } = record
  return [
    ...(waivers.length === 0 ? [] : [`Waivers in force: ${waivers.join('; ')}.`]),
    ...(until === null ? [] : [`Until ${longMoment(until, utcOffset)}.`]),
    ...(returnTo === null ? [] : [`To come back to ${STATUS_NAMES[returnTo]}.`]),
  ]
}

/** The whole chain of each desk, oldest first, with full hashes, so that it can be checked against the review itself. */
export function reportSignatures(state: ReviewState, voice: Voice): readonly ReportSignature[] {
  return state.signOffs.map((record) => {
    const who = voice.inside
      ? `${record.typedName || voice.name(record.personId)}, ${ROLE_WORDS[record.role]}`
      : `the ${ROLE_WORDS[record.role]}`
    return {
      seq: String(record.seq),
      title: `${SLOT_NAMES[record.slot]}: ${decisionOf(record)} by ${who}`,
      when: longMoment(record.at, record.utcOffset),
      version: `v${record.version}`,
      statement: voice.free(record.statement),
      conditions: voice.free(record.conditions),
      reasoned: !isApproving(record),
      notes: notesOf(record, state),
      textHash: record.textHash,
      evidenceHash: record.evidenceHash,
      previous: record.previous,
      hash: record.hash,
    }
  })
}
