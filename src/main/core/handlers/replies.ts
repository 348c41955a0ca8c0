import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Reply } from '../../../shared/model/reply.ts'
import { canonicalJson } from '../../../shared/rules/canonical-json.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { areClaims } from '../claim-acts.ts'
import { nameOf } from '../claim-name.ts'
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

function day(at: number): string {
  return new Date(at).toISOString()
}

/** Which claims a record named, for the log. */
function namesOf({ store }: Context, act: Act, ids: Reply['claimIds']): string {
  const named = store.claims.list(act.article().id).filter((claim) => ids.includes(claim.id))
  return named.length === 0 ? 'no claim' : named.map(nameOf).join('; ')
}

/** The log keeps what a record said before: what was put to a party is not to be put otherwise afterwards. */
function wordsBefore(context: Context, act: Act, known: Reply, next: Fields): string {
  const asker = () => context.store.people.get(known.askedBy)?.name ?? 'somebody'
  const isOther = (field: keyof Fields & keyof Reply) => known[field] !== next[field]
  const areOthers = canonicalJson(known.claimIds.toSorted()) !== canonicalJson(next.claimIds.toSorted())
  const deadline =
    known.deadline === null ? 'There was no deadline.' : `The deadline was ${day(known.deadline)}.`
  return [
    ...(isOther('outcome') ? [`It was ${known.outcome}.`] : []),
    ...(isOther('party') ? [`The party was “${known.party}”.`] : []),
    ...(isOther('askedBy') ? [`It was asked by ${asker()}.`] : []),
    ...(isOther('askedAt') ? [`It was asked on ${day(known.askedAt)}.`] : []),
    ...(isOther('channel') ? [`It was asked by way of ${known.channel}.`] : []),
    ...(isOther('deadline') ? [deadline] : []),
    ...(isOther('put') ? [`What was put to them was: “${known.put}”`] : []),
    ...(isOther('answer') && known.answer !== '' ? [`The answer was: “${known.answer}”`] : []),
    ...(isOther('answeredAt') && known.answeredAt !== null
      ? [`The outcome was of ${day(known.answeredAt)}.`]
      : []),
    ...(areOthers ? [`It was about ${namesOf(context, act, known.claimIds)}.`] : []),
  ]
    .map((said) => ` ${said}`)
    .join('')
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
  const before = known ? wordsBefore(context, act, known, { articleId, ...fields }) : ''
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
