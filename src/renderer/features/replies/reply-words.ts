import type { Reply, ReplyChannel, ReplyOutcome } from '../../../shared/model/reply.ts'
import { dayAndClock, fromNow } from '../../ui/time.ts'

export const CHANNEL_NAMES: Readonly<Record<ReplyChannel, string>> = {
  phone: 'by telephone',
  email: 'by e-mail',
  letter: 'by letter',
  'in-person': 'in person',
  message: 'by message',
  lawyer: 'through their lawyer',
  other: 'in another way',
}

export const OUTCOME_NAMES: Readonly<Record<ReplyOutcome, string>> = {
  waiting: 'waiting',
  answered: 'answered',
  declined: 'declined to answer',
  'no-answer': 'no answer',
}

/** How the time stands for a record that waits; `isOver` where the deadline has passed. */
export function deadlineWords(
  { outcome, deadline }: Pick<Reply, 'outcome' | 'deadline'>,
  now: number,
): { readonly words: string; readonly isOver: boolean } {
  if (deadline === null) return { words: outcome === 'waiting' ? 'No deadline set' : '', isOver: false }
  const until = `Answer wanted until ${dayAndClock(deadline)}`
  if (outcome !== 'waiting') return { words: until, isOver: false }
  if (deadline >= now) return { words: `${until}, ${fromNow(deadline, now)}`, isOver: false }
  return { words: `Deadline passed ${dayAndClock(deadline)}, ${fromNow(deadline, now)}`, isOver: true }
}
