import type { Consultation } from '../../../shared/model/consultation.ts'
import type { ClaimId } from '../../../shared/model/ids.ts'
import type { Reply } from '../../../shared/model/reply.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Waiver } from '../../../shared/model/waiver.ts'
import {
  CONSULTATION_WORDS,
  REPLY_CHANNEL_WORDS,
  REPLY_OUTCOME_WORDS,
  ROLE_WORDS,
  WAIVER_CATEGORY_WORDS,
} from './labels.ts'
import { moment } from './moment.ts'
import type { Voice } from './voice.ts'

/** One waiver, reply or consultation, as a row of a register. */
export type ReportRecord = {
  /** “R6, R8”, the party, or the field. */
  readonly head: string
  /** Under it, in grey: the category, the outcome. */
  readonly sub: string
  /** What was written, each with what it is: “Put to them”. */
  readonly words: readonly { readonly label: string; readonly text: string }[]
  /** Who, when, about which claims, until when; one a line. */
  readonly lines: readonly string[]
}

export type ReportRecords = {
  readonly waivers: readonly ReportRecord[]
  readonly replies: readonly ReportRecord[]
  readonly consultations: readonly ReportRecord[]
}

type Context = { readonly state: ReviewState; readonly voice: Voice; readonly offset: number }

/** “Claims 3, 7”; “The whole article” where none is named. */
function aboutClaims(ids: readonly ClaimId[], state: ReviewState): string {
  if (ids.length === 0) return 'The whole article'
  const numbers = state.claims.filter((claim) => ids.includes(claim.id)).map((claim) => claim.number)
  return `${numbers.length === 1 ? 'Claim' : 'Claims'} ${numbers.toSorted((a, b) => a - b).join(', ')}`
}

function written(label: string, text: string): ReportRecord['words'] {
  return text === '' ? [] : [{ label, text }]
}

/** Outside, why a waiver was granted may tell of sources, and stays at the desk. */
function ofWaiver(waiver: Waiver, { state, voice, offset }: Context): ReportRecord {
  const isOver = waiver.endedAt !== null || state.article.version > waiver.throughVersion
  const ended = waiver.endedAt === null ? [] : [`Ended ${moment(waiver.endedAt, offset)}`]
  const who = voice.inside ? `${voice.name(waiver.grantedBy)}, ` : ''
  return {
    head: waiver.rules.join(', '),
    sub: WAIVER_CATEGORY_WORDS[waiver.category],
    words: voice.inside ? written('', waiver.reason) : [],
    lines: [
      aboutClaims([waiver.claimId], state),
      `Granted by ${who}${ROLE_WORDS[waiver.grantedAs]}, ${moment(waiver.at, offset)}`,
      ...(voice.inside ? [`Asked for by ${voice.name(waiver.askedBy)}`] : []),
      `${isOver ? 'Held' : 'Holds'} through v${waiver.throughVersion}`,
      ...ended,
    ],
  }
}

function ofReply(reply: Reply, { state, voice, offset }: Context): ReportRecord {
  const answered = reply.answeredAt === null ? [] : [`Outcome of ${moment(reply.answeredAt, offset)}`]
  return {
    head: reply.party,
    sub: REPLY_OUTCOME_WORDS[reply.outcome],
    words: [
      ...written('Put to them:', voice.free(reply.put)),
      ...written('Their answer:', voice.free(reply.answer)),
    ],
    lines: [
      aboutClaims(reply.claimIds, state),
      `Asked ${REPLY_CHANNEL_WORDS[reply.channel]} by ${voice.name(reply.askedBy)}, ${moment(reply.askedAt, offset)}`,
      ...(reply.deadline === null ? [] : [`Deadline ${moment(reply.deadline, offset)}`]),
      ...answered,
    ],
  }
}

/** What is private to legal comes without its words (main/core/visible.ts). */
function ofConsultation(consultation: Consultation, { state, voice, offset }: Context): ReportRecord {
  const { field, question, advice, claimIds, by, as, at } = consultation
  const isKeptBack = question === '' && advice === ''
  return {
    head: CONSULTATION_WORDS[field],
    sub: consultation.audience === 'legal' ? 'private to legal' : '',
    words: isKeptBack
      ? written('', 'What was asked and advised is kept by legal.')
      : [...written('Asked:', question), ...written('Advised:', advice)],
    lines: [
      aboutClaims(claimIds, state),
      `Recorded by ${voice.name(by)}, ${ROLE_WORDS[as]}, ${moment(at, offset)}`,
    ],
  }
}

/** Advice is nobody's business outside the desk. */
export function reportRecords(state: ReviewState, voice: Voice, offset: number): ReportRecords {
  const context = { state, voice, offset }
  return {
    waivers: state.waivers.map((waiver) => ofWaiver(waiver, context)),
    replies: state.replies.map((reply) => ofReply(reply, context)),
    consultations: voice.inside ? state.consultations.map((one) => ofConsultation(one, context)) : [],
  }
}
