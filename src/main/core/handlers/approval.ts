import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { ROLE_OF_SLOT } from '../../../shared/model/approval.ts'
import type { Decision, SignOff } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { SignOffId } from '../../../shared/model/ids.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { isApproving } from '../../../shared/rules/slots.ts'
import { statementFor } from '../../../shared/rules/statement.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { SIGNED, sealSignOff } from '../chain.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'

type SignArgs = ParsedArgs<'approval.sign'>

/** Where a decision other than an approval leads. */
const STATUS_OF: Partial<Record<Decision, Status>> = { return: 'returned', hold: 'held', kill: 'killed' }

const REOPENERS: readonly Role[] = ['desk', 'approver', 'standards', 'legal']

function needsWords(args: SignArgs): string | null {
  if (args.conditions !== '' || args.decision === 'approve') return null
  return args.decision === 'approve-with-conditions'
    ? 'Write the conditions of the approval. Nothing was signed.'
    : `Give the reason for the ${args.decision}. Nothing was signed.`
}

/** Every reason not to sign, decided over the records of this very transaction. */
function refuse(act: Act, state: ReviewState, args: SignArgs) {
  const role = ROLE_OF_SLOT[args.slot]
  if (act.actor.role !== role) {
    return fail('refused', `The ${args.slot} slot is signed in the role “${role}”. Nothing was signed.`)
  }
  if (act.article().locked) {
    return fail('locked', 'This article is approved and locked. Nothing was signed; re-open it first.')
  }
  if (args.textHash !== state.textHash || args.evidenceHash !== state.evidenceHash) {
    const what = args.textHash === state.textHash ? 'evidence' : 'text'
    return fail(
      'refused',
      `The ${what} changed since you opened this sheet. Nothing was signed; read it again.`,
    )
  }
  const words = needsWords(args)
  if (words !== null) return fail('refused', words)
  if (args.slot !== 'approval' || !isApproving(args)) return null
  if (act.actor.personId === act.article().authorId) {
    return fail('refused', 'Nobody approves their own story. Nothing was signed.')
  }
  const { status } = act.article()
  if (Object.values(STATUS_OF).includes(status)) {
    return fail('refused', `The article is ${status}. Nothing was signed; move it back into work first.`)
  }
  if (state.blockers.length === 0) return null
  const rows = state.blockers.map((blocker) => `${blocker.code}: ${blocker.title}`)
  return fail('blocked', `Not approved; nothing was signed. ${rows.join(' ')}`)
}

function append(context: Context, act: Act, args: SignArgs): SignOff {
  const { id: articleId, version } = act.article()
  const { slot, decision, conditions, typedName, textHash, evidenceHash, utcOffset } = args
  const signOff = sealSignOff(context.store.signOffs.list(articleId).at(-1), {
    id: context.newId() as SignOffId,
    articleId,
    version,
    slot,
    decision,
    statement: statementFor(slot, version),
    conditions,
    personId: act.actor.personId,
    typedName,
    role: act.actor.role,
    at: act.at,
    utcOffset,
    textHash,
    evidenceHash,
  })
  context.store.signOffs.append(signOff)
  const words = conditions === '' ? '' : ` ${conditions}`
  act.log(
    SIGNED,
    `${slot}: ${decision}, signed “${typedName}”, text ${textHash.slice(0, 12)}, record ${signOff.hash}.${words}`,
  )
  return signOff
}

function sign(context: Context, act: Act, args: SignArgs): Outcome<null> {
  const refused = refuse(act, act.state(), args)
  if (refused) return refused
  append(context, act, args)
  const status = STATUS_OF[args.decision]
  if (status) act.change({ status })
  if (args.slot === 'approval' && isApproving(args)) {
    context.documents.snapshot(act.article().id, act.text(), 'approval')
    act.change({ status: 'approved', locked: true })
  }
  return done(null)
}

function reopen(context: Context, act: Act, reason: string): Outcome<null> {
  const article = act.article()
  if (!article.locked) return fail('refused', 'This article is not locked. Nothing was changed.')
  if (!REOPENERS.includes(act.actor.role)) {
    return fail('refused', `An article is re-opened by ${REOPENERS.join(', ')}. Nothing was changed.`)
  }
  const last = context.store.signOffs.list(article.id).at(-1)
  const version = article.version + 1
  act.change({ locked: false, status: 'desk-edit', version, reopenedThrough: last?.seq ?? 0 })
  act.log('approval.reopen', `Re-opened as v${version}. Reason: ${reason}`)
  return done(null)
}

export function approvalHandlers(context: Context): HandlersOf<'approval'> {
  const asked = { whenLocked: 'allowed' } as const
  return {
    'approval.sign': (args) =>
      performForState(context, args.articleId, asked, (act) => sign(context, act, args)),
    'approval.reopen': ({ articleId, reason }) =>
      performForState(context, articleId, asked, (act) => reopen(context, act, reason)),
  }
}
