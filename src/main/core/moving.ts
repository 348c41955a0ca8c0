import type { Outcome } from '../../shared/contract.ts'
import { STATUS_NAMES } from '../../shared/names.ts'
import type { ReviewState } from '../../shared/model/review.ts'
import type { Move, MoveKind } from '../../shared/model/workflow.ts'
import { emptyHeadFields } from '../../shared/rules/head-fields.ts'
import { judgeMove } from '../../shared/rules/workflow.ts'
import type { Wanted, WorkflowRule } from '../../shared/rules/workflow.ts'
import type { Act } from './act.ts'
import type { Context } from './context.ts'
import { done, fail } from './outcome.ts'
import { keepVersion } from './versions.ts'

/** Moves of an article, decided and carried out inside one act over the rows that the window lists. */

const KEPT: Readonly<Record<Wanted['by'], string>> = {
  move: 'The article was not moved.',
  sign: 'Nothing was signed.',
  file: 'It was not filed.',
  reopen: 'It was not opened.',
  correct: 'It was not opened.',
}

function codeOf(rule: WorkflowRule) {
  if (rule === 'locked') return 'locked'
  return rule === 'gate' ? 'blocked' : 'refused'
}

type Judged = Omit<Wanted, 'role'>

/** `state`: of this act, as it stands before the move. */
export function judgeIn(context: Context, act: Act, state: ReviewState, wanted: Judged): Outcome<Move> {
  const { article, slots, blockers } = state
  const empty = emptyHeadFields(article, act.text().index)
  const standing = { article, slots, blockers, empty }
  const verdict = judgeMove(context.workflow, standing, { ...wanted, role: act.actor.role })
  if (verdict.ok) return done(verdict.move)
  return fail(codeOf(verdict.rule), `${KEPT[wanted.by]} ${verdict.message}`)
}

const ASIDE: readonly MoveKind[] = ['return', 'hold', 'kill']

type Said = { readonly reason: string; readonly until: number | null; readonly resume: Move['to'] | null }

function asideBy(act: Act, move: Move, { reason, until, resume }: Said) {
  if (!ASIDE.includes(move.kind)) return null
  return {
    by: act.actor.personId,
    at: act.at,
    reason,
    until: move.until ? until : null,
    resume: resume ?? move.resume[0] ?? 'draft',
  }
}

/** Moves the article, and keeps the text that it moved with. In words for the log. */
export function carryOut(context: Context, act: Act, move: Move, said: Said): string {
  const from = act.article()
  const aside = asideBy(act, move, said)
  act.change({ status: move.to, aside })
  const there = STATUS_NAMES[move.to]
  keepVersion(context, act, { kind: 'transition', name: aside ? there : `Moved to ${there}` })
  const until = aside?.until ? `, until ${new Date(aside.until).toISOString()}` : ''
  const back = aside ? `, to come back to ${aside.resume}` : ''
  const reason = said.reason === '' ? '' : ` Reason: ${said.reason}`
  return `From ${from.status} to ${move.to}${until}${back}.${reason}`
}

/** A time until which it holds lies before it. */
export function refuseUntil(act: Act, until: number | null) {
  if (until === null || until > act.at) return null
  return fail('refused', 'The time until which it is held has passed already. Nothing was changed.')
}
