import type { Outcome, ParsedArgs } from '../../../shared/contract.ts'
import type { Act } from '../act.ts'
import type { Context } from '../context.ts'
import { judgeIn } from '../moving.ts'
import { done } from '../outcome.ts'
import { keepVersion } from '../versions.ts'

/** The kind of the log event of each correction; they are counted by it. */
const CORRECTED = 'approval.correction'

/** Opens what is approved or filed as its next edition; a correction is counted. */
export function reopen(
  context: Context,
  act: Act,
  { reason, as }: ParsedArgs<'approval.reopen'>,
): Outcome<null> {
  const by = as === 'reopen' ? 'reopen' : 'correct'
  const judged = judgeIn(context, act, act.state(), { by, to: 'desk-edit', reason, resume: null })
  if (!judged.ok) return judged
  const { id, version: last } = act.article()
  const version = last + 1
  act.change({ locked: false, status: judged.value.to, version })
  if (as === 'reopen') {
    keepVersion(context, act, { kind: 'transition', name: `Re-opened as v${version}` })
    act.log('approval.reopen', `Re-opened as v${version}. Reason: ${reason}`)
    return done(null)
  }
  const number = 1 + context.store.log.list(id).filter((event) => event.kind === CORRECTED).length
  act.change({ correction: { number, reason, by: act.actor.personId, at: act.at } })
  keepVersion(context, act, { kind: 'transition', name: `Correction ${number}, as v${version}` })
  act.log(CORRECTED, `Correction ${number}, as v${version}. Reason: ${reason}`)
  return done(null)
}
