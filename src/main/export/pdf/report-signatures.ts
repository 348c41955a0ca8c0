import type { SignOff } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
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

/** The whole chain, oldest first, with full hashes, so that it can be checked against the review itself. */
export function reportSignatures(state: ReviewState, voice: Voice): readonly ReportSignature[] {
  return state.signOffs
    .toSorted((a, b) => a.seq - b.seq)
    .map((record) => {
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
        textHash: record.textHash,
        evidenceHash: record.evidenceHash,
        previous: record.previous,
        hash: record.hash,
      }
    })
}
