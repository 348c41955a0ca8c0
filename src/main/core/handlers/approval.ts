import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Decision } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Move } from '../../../shared/model/workflow.ts'
import { isApproving } from '../../../shared/rules/slots.ts'
import { statementFor } from '../../../shared/rules/statement.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { mayWithdraw, refuseSigner } from '../duties.ts'
import { carryOut, judgeIn, refuseUntil } from '../moving.ts'
import { done, fail } from '../outcome.ts'
import { addRecord } from '../signing.ts'
import { reopen } from './reopen.ts'

type SignArgs = ParsedArgs<'approval.sign'>

/** Where a decision other than an approval leads. */
const STATUS_OF: Partial<Record<Decision, Status>> = { return: 'returned', hold: 'held', kill: 'killed' }

function refuseWords(args: SignArgs) {
  if (args.conditions !== '' || args.decision === 'approve') return null
  return args.decision === 'approve-with-conditions'
    ? fail('refused', 'Write the conditions of the approval. Nothing was signed.')
    : fail('refused', `Give the reason for the ${args.decision}. Nothing was signed.`)
}

/** Every reason not to sign, but for what the workflow says of where the decision leads. */
function refuse(context: Context, act: Act, state: ReviewState, args: SignArgs) {
  const away = refuseSigner(context, act, args.slot, args.typedName)
  if (away) return away
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
  return refuseWords(args) ?? refuseUntil(act, args.until)
}

/** The list of what blocks is told whole, also where the article does not stand at the step for it yet. */
function judgeApproval(context: Context, act: Act, state: ReviewState): Outcome<Move> {
  const wanted = { by: 'sign', to: 'approved', reason: '', resume: null } as const
  const judged = judgeIn(context, act, state, wanted)
  if (judged.ok) return judged
  const rows = state.blockers.map((blocker) => `${blocker.code}: ${blocker.title}`)
  if (rows.length === 0) return judged
  const step = judged.error.code === 'blocked' ? 'Not approved; nothing was signed.' : judged.error.message
  return fail('blocked', `${step} ${rows.join(' ')}`)
}

/** The move that a decision makes; null where it makes none. */
function judgeDecision(context: Context, act: Act, state: ReviewState, args: SignArgs): Outcome<Move | null> {
  const status = STATUS_OF[args.decision]
  if (status) {
    const { conditions: reason, returnTo: resume } = args
    return judgeIn(context, act, state, { by: 'sign', to: status, reason, resume })
  }
  return args.slot === 'approval' ? judgeApproval(context, act, state) : done(null)
}

function approve(context: Context, act: Act, state: ReviewState, args: SignArgs): void {
  const { slot, decision, conditions, typedName, utcOffset } = args
  const statement = statementFor(slot, state.article.version)
  const said = { slot, decision, statement, conditions, typedName, utcOffset, until: null, returnTo: null }
  if (slot === 'approval') {
    context.documents.snapshot(state.article.id, act.text(), 'approval')
    // First, so that the version that is kept stands as approved.
    act.change({ status: 'approved', locked: true })
  }
  addRecord(context, act, state, said)
}

function sign(context: Context, act: Act, args: SignArgs): Outcome<null> {
  const state = act.state()
  const refused = refuse(context, act, state, args)
  if (refused) return refused
  const judged = judgeDecision(context, act, state, args)
  if (!judged.ok) return judged
  if (isApproving(args) || judged.value === null) {
    approve(context, act, state, args)
    return done(null)
  }
  const { slot, decision, conditions, typedName, utcOffset, until, returnTo } = args
  const told = carryOut(context, act, judged.value, { reason: conditions, until, resume: returnTo })
  const { aside, version } = act.article()
  const record = {
    slot,
    decision,
    statement: statementFor(slot, version),
    conditions,
    typedName,
    utcOffset,
    until: aside?.until ?? null,
    returnTo: decision === 'return' ? (aside?.resume ?? null) : null,
  }
  addRecord(context, act, state, record, told)
  return done(null)
}

function withdraw(context: Context, act: Act, args: ParsedArgs<'approval.withdraw'>): Outcome<null> {
  const { slot, reason, utcOffset } = args
  if (act.article().locked) {
    return fail('locked', 'This article is approved and locked. Nothing was withdrawn; re-open it instead.')
  }
  const state = act.state()
  const last = state.signOffs.findLast((signOff) => signOff.slot === slot)
  if (!last || last.decision === 'withdraw') {
    return fail('refused', `Nothing is signed in the ${slot} slot, so nothing was withdrawn.`)
  }
  if (!mayWithdraw(act, slot, last.personId)) {
    return fail('refused', 'Who signed it withdraws it, or somebody of the same role. Nothing was withdrawn.')
  }
  const typedName = context.store.people.get(act.actor.personId)?.name ?? ''
  const statement = `I withdraw what was signed in this slot under the record ${last.hash}.`
  const said = { slot, decision: 'withdraw', statement, conditions: reason, typedName, utcOffset } as const
  addRecord(context, act, state, { ...said, until: null, returnTo: null })
  return done(null)
}

function file(context: Context, act: Act): Outcome<null> {
  const wanted = { by: 'file', to: 'filed', reason: '', resume: null } as const
  const judged = judgeIn(context, act, act.state(), wanted)
  if (!judged.ok) return judged
  carryOut(context, act, judged.value, { reason: '', until: null, resume: null })
  const { version, correction } = act.article()
  act.change({ correction: null })
  const which = correction === null ? '' : `, correction ${correction.number}`
  act.log('approval.file', `Filed as v${version}${which}.`)
  return done(null)
}

export function approvalHandlers(context: Context): HandlersOf<'approval'> {
  const asked = { whenLocked: 'allowed', whenAway: 'refused' } as const
  return {
    'approval.sign': (args) =>
      performForState(context, args.articleId, asked, (act) => sign(context, act, args)),
    'approval.withdraw': (args) =>
      performForState(context, args.articleId, asked, (act) => withdraw(context, act, args)),
    'approval.reopen': (args) =>
      performForState(context, args.articleId, asked, (act) => reopen(context, act, args)),
    'approval.file': ({ articleId }) =>
      performForState(context, articleId, asked, (act) => file(context, act)),
  }
}
