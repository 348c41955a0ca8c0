import type { Args } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/model/reply.ts'
import { dayAndClock } from '../../ui/time.ts'

export type ReplyDraft = Omit<Args<'replies.save'>, 'articleId' | 'id'>

export function emptyReply(askedBy: string, now: number): ReplyDraft {
  return {
    party: '',
    claimIds: [],
    askedBy,
    // Fields of times know minutes only.
    askedAt: now - (now % 60_000),
    channel: 'phone',
    put: '',
    deadline: null,
    outcome: 'waiting',
    answer: '',
    answeredAt: null,
  }
}

export function draftOf(reply: Reply): ReplyDraft {
  const { party, claimIds, askedBy, askedAt, channel, put, deadline, outcome, answer, answeredAt } = reply
  const ids = claimIds.map(String)
  return { party, claimIds: ids, askedBy, askedAt, channel, put, deadline, outcome, answer, answeredAt }
}

/** Silence can be stated only after the deadline that the party was given. */
function tooSoon(deadline: number | null, now: number): string | null {
  if (deadline === null) {
    return 'Give the deadline that the party was told: “no answer” is recorded once it has passed.'
  }
  if (deadline <= now) return null
  return `The party has until ${dayAndClock(deadline)}. Keep the record waiting; “no answer” is recorded after that.`
}

/** Why a record cannot stand as it is, and what to do; null when it can. */
export function replyRefusal(draft: ReplyDraft, now: number): string | null {
  if (draft.party.trim() === '') return 'Name the party that was asked.'
  if (draft.put.trim() === '') return 'Write what was put to the party.'
  if (draft.askedAt > now)
    return 'The time of asking lies ahead. A record says what was done: set when it was.'
  if (draft.deadline !== null && draft.deadline <= draft.askedAt) {
    return 'The deadline lies before the asking. Set a later one.'
  }
  if (draft.outcome === 'no-answer') return tooSoon(draft.deadline, now)
  if (draft.outcome === 'answered' && draft.answer.trim() === '') return 'Write what the party answered.'
  if (draft.answeredAt !== null && draft.answeredAt < draft.askedAt) {
    return 'The answer lies before the asking. Set when it came.'
  }
  return null
}

/** An outcome without an answer keeps none; one with an answer came at some time. */
export function withOutcome(draft: ReplyDraft, outcome: ReplyDraft['outcome'], now: number): ReplyDraft {
  const answered = outcome === 'answered' || outcome === 'declined'
  return { ...draft, outcome, answeredAt: answered ? (draft.answeredAt ?? now - (now % 60_000)) : null }
}
