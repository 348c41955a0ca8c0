import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import { ROLE_OF_SLOT } from '../../../shared/model/approval.ts'
import type { Decision, SignOff } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import type { SignOffId } from '../../../shared/model/ids.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { isInForce } from '../../../shared/rules/gather-evidence.ts'
import { isApproving } from '../../../shared/rules/slots.ts'
import { statementFor } from '../../../shared/rules/statement.ts'
import type { Act } from '../act.ts'
import { performForState } from '../act.ts'
import { SIGNED, sealSignOff } from '../chain.ts'
import type { Context, HandlersOf } from '../context.ts'
import { done, fail } from '../outcome.ts'
import { keepVersion } from '../versions.ts'

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

type Said = Pick<SignOff, 'slot' | 'decision' | 'statement' | 'conditions' | 'typedName' | 'utcOffset'> &
  Pick<SignOff, 'until' | 'returnTo'>

function append(context: Context, act: Act, said: Said): SignOff {
  const { id: articleId, version } = act.article()
  const { slot, decision, conditions, typedName } = said
  const { textHash, evidenceHash, waivers } = act.state()
  const origin = context.library.id
  const before = context.store.signOffs.list(articleId).findLast((one) => one.origin === origin)
  const signOff = sealSignOff(before, {
    ...said,
    id: context.newId() as SignOffId,
    origin,
    articleId,
    version,
    personId: act.actor.personId,
    role: act.actor.role,
    at: act.at,
    textHash,
    evidenceHash,
    versionId: keepVersion(context, act, { kind: 'sign-off', name: `${slot}: ${decision}` }),
    scope: null,
    waivers: waivers.filter((waiver) => isInForce(waiver, version)).map((waiver) => waiver.id),
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
  const { slot, decision, conditions, typedName, utcOffset, until, returnTo } = args
  const statement = statementFor(slot, act.article().version)
  append(context, act, { slot, decision, statement, conditions, typedName, utcOffset, until, returnTo })
  const status = STATUS_OF[decision]
  if (status) {
    const resume = returnTo ?? act.article().aside?.resume ?? act.article().status
    act.change({
      status,
      aside: { by: act.actor.personId, at: act.at, reason: conditions, until, resume },
    })
  }
  if (args.slot === 'approval' && isApproving(args)) {
    context.documents.snapshot(act.article().id, act.text(), 'approval')
    act.change({ status: 'approved', locked: true })
  }
  return done(null)
}

function withdraw(context: Context, act: Act, args: ParsedArgs<'approval.withdraw'>): Outcome<null> {
  const { slot, reason, utcOffset } = args
  if (act.article().locked) return fail('locked', 'This article is approved and locked. Re-open it instead.')
  if (act.actor.role !== ROLE_OF_SLOT[slot]) {
    return fail('refused', `This is withdrawn in the role “${ROLE_OF_SLOT[slot]}”. Nothing was changed.`)
  }
  const last = act.state().signOffs.findLast((signOff) => signOff.slot === slot)
  if (!last || last.decision === 'withdraw') {
    return fail('refused', `Nothing is signed in the ${slot} slot. Nothing was changed.`)
  }
  const typedName = context.store.people.get(act.actor.personId)?.name ?? ''
  const statement = `I withdraw what was signed in this slot (record ${last.hash.slice(0, 12)}).`
  const said = { slot, decision: 'withdraw', statement, conditions: reason, typedName, utcOffset } as const
  append(context, act, { ...said, until: null, returnTo: null })
  return done(null)
}

function file(act: Act): Outcome<null> {
  if (act.article().status !== 'approved') {
    return fail('refused', 'Only what is approved is filed. Nothing was changed.')
  }
  act.change({ status: 'filed', correction: null })
  act.log('approval.file', `Filed as v${act.article().version}.`)
  return done(null)
}

type Reopening = ParsedArgs<'approval.reopen'>

/** The kind of the log event of each correction; they are counted by it. */
const CORRECTED = 'approval.correction'

function reopen(context: Context, act: Act, { reason, as }: Reopening): Outcome<null> {
  const article = act.article()
  if (!article.locked) return fail('refused', 'This article is not locked. Nothing was changed.')
  if (!REOPENERS.includes(act.actor.role)) {
    return fail('refused', `An article is re-opened by ${REOPENERS.join(', ')}. Nothing was changed.`)
  }
  const version = article.version + 1
  act.change({ locked: false, status: 'desk-edit', version })
  if (as === 'reopen') {
    act.log('approval.reopen', `Re-opened as v${version}. Reason: ${reason}`)
    return done(null)
  }
  const earlier = context.store.log.list(article.id).filter((event) => event.kind === CORRECTED)
  const number = earlier.length + 1
  act.change({ correction: { number, reason, by: act.actor.personId, at: act.at } })
  act.log(CORRECTED, `Correction ${number}, as v${version}. Reason: ${reason}`)
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
    'approval.file': ({ articleId }) => performForState(context, articleId, asked, file),
  }
}
