import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/model/reply.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { areClaims } from '../claim-acts.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

type Fields = ParsedArgs<'replies.save'>

const NOT_KEPT = 'Nothing was kept.'

/** What the outcome wants beside itself, in words; null when it is all there. */
function missingForOutcome({ outcome, answer, answeredAt, deadline, askedAt }: Fields): string | null {
  if (outcome === 'waiting') {
    return answeredAt === null && answer === ''
      ? null
      : 'An answer is there, so the party is no longer waited for: say whether it answered or declined.'
  }
  if (answeredAt === null) return 'Say when the party answered or declined.'
  if (answeredAt < askedAt) return 'The answer is dated before the party was asked.'
  if (outcome === 'answered') return answer === '' ? 'Write down what the party answered.' : null
  if (outcome === 'declined') return null
  if (answer !== '') return 'There is an answer, so the party was not silent.'
  if (deadline === null) return 'Silence is only an outcome when a deadline was set.'
  return answeredAt < deadline ? 'The deadline had not passed then, so the party may still answer.' : null
}

/** Why this record is not kept, or null. */
function refuse(context: Context, act: Act, fields: Fields) {
  if (!context.store.people.get(fields.askedBy)) {
    return fail('not-found', `Who asked the party is not in the library. ${NOT_KEPT}`)
  }
  if (!areClaims(context, act, fields.claimIds)) {
    return fail('not-found', `A claim that was put to the party is not in the article any more. ${NOT_KEPT}`)
  }
  if (fields.deadline !== null && fields.deadline < fields.askedAt) {
    return fail('refused', `The deadline is before the party was asked. ${NOT_KEPT}`)
  }
  if (fields.outcome === 'no-answer' && fields.deadline !== null && act.at < fields.deadline) {
    return fail('refused', `The deadline has not passed yet, so the party may still answer. ${NOT_KEPT}`)
  }
  const missing = missingForOutcome(fields)
  return missing === null ? null : fail('refused', `${missing} ${NOT_KEPT}`)
}

/** The log keeps what a record said before: what was put to a party is not to be put otherwise afterwards. */
function wordsBefore(known: Reply, next: Fields): string {
  const party = known.party === next.party ? '' : ` The party was “${known.party}”.`
  const put = known.put === next.put ? '' : ` What was put to them was: “${known.put}”`
  const answer =
    known.answer === '' || known.answer === next.answer ? '' : ` The answer was: “${known.answer}”`
  const outcome = known.outcome === next.outcome ? '' : ` It was ${known.outcome}.`
  return `${outcome}${party}${put}${answer}`
}

/** Silence is dated by when somebody says so, unless they say since when. */
function dated(fields: Fields, known: Reply | undefined, now: number): Fields {
  if (fields.outcome !== 'no-answer' || fields.answeredAt !== null) return fields
  return { ...fields, answeredAt: known?.outcome === 'no-answer' ? known.answeredAt : now }
}

function save(context: Context, act: Act, args: Fields): Outcome<null> {
  const { replies } = context.store
  const known = replies.list(args.articleId).find((reply) => reply.id === args.id)
  const { articleId, ...fields } = dated(args, known, act.at)
  const refused = refuse(context, act, { articleId, ...fields })
  if (refused) return refused
  const made = known
    ? { createdBy: known.createdBy, createdAt: known.createdAt }
    : { createdBy: act.actor.personId, createdAt: act.at }
  replies.save(articleId, { ...fields, ...made, updatedAt: act.at })
  const before = known ? wordsBefore(known, args) : ''
  act.log(known ? 'reply.update' : 'reply.create', `Right of reply, ${args.party}: ${args.outcome}.${before}`)
  return done(null)
}

/** The right-of-reply log. */
export function replyHandlers(context: Context): HandlersOf<'replies'> {
  return {
    'replies.save': (args) =>
      performForState(context, args.articleId, { whenLocked: 'refused' }, (act) => save(context, act, args)),
  }
}
