import type { Status } from '../model/article.ts'
import type { Role } from '../model/person.ts'
import type { Move, MoveKind } from '../model/workflow.ts'
import type { WorkflowBook, WorkflowStep } from '../model/workflow-book.ts'
import { stepsOnTheWay, unmetAt, unmetForApproval, unmetForFiling } from './workflow-gates.ts'
import type { Standing } from './workflow-gates.ts'

/** Where a re-opened article is worked on, and a returned one comes back to, where nobody says otherwise. */
const AT_WORK: Status = 'desk-edit'

/** The role that signs the approval slot. */
const APPROVERS: readonly Role[] = ['approver']

/** Where somebody lays an article. */
const ASIDES = [
  ['return', 'returned'],
  ['hold', 'held'],
  ['kill', 'killed'],
] as const satisfies readonly (readonly [MoveKind, Status])[]

function move(kind: MoveKind, to: Status, roles: readonly Role[], fields: Partial<Move> = {}): Move {
  return { kind, to, roles, reason: false, until: false, resume: [], unmet: [], ...fields }
}

function first(status: Status, statuses: readonly Status[]): readonly Status[] {
  return statuses.includes(status) ? [status, ...statuses.filter((one) => one !== status)] : statuses
}

/** Aside, to come back to the step it stood at or an earlier one: nothing is passed by lying aside. */
function asideMoves(book: WorkflowBook, standing: Standing): readonly Move[] {
  const { status, aside } = standing.article
  const here = aside?.resume ?? status
  const way = stepsOnTheWay(book, standing).map((step) => step.status)
  const reached = way.includes(here as WorkflowStep['status'])
    ? way.slice(0, way.indexOf(here as WorkflowStep['status']) + 1)
    : way.slice(0, 1)
  return ASIDES.filter(([, to]) => to !== status).map(([kind, to]) =>
    move(kind, to, book.acts[kind], {
      reason: true,
      until: kind === 'hold',
      resume: first(kind === 'return' ? AT_WORK : here, reached),
    }),
  )
}

/** From a step: on, by approval where it is the last, and back. */
function stepMoves(book: WorkflowBook, standing: Standing): readonly Move[] {
  const { status } = standing.article
  const way = stepsOnTheWay(book, standing)
  const place = way.findIndex((step) => step.status === status)
  const here = way[place]
  // A desk may have taken the step out of its workflow: the article goes back to one that it knows.
  if (!here) return way.slice(0, 1).map((step) => move('back', step.status, step.moves, { reason: true }))
  const next = way[place + 1]
  const on = next
    ? move('on', next.status, here.moves, { unmet: unmetAt(here, standing) })
    : move('approve', 'approved', APPROVERS, { unmet: unmetForApproval(standing) })
  const back = way.slice(0, place).toReversed()
  return [on, ...back.map((step) => move('back', step.status, here.moves, { reason: true }))]
}

function lockedMoves(book: WorkflowBook, standing: Standing): readonly Move[] {
  const unmet = unmetForFiling(book, standing)
  return [
    ...(standing.article.status === 'approved' ? [move('file', 'filed', book.acts.file, { unmet })] : []),
    move('reopen', AT_WORK, book.acts.reopen, { reason: true }),
    move('correct', AT_WORK, book.acts.correct, { reason: true }),
  ]
}

/** Every place that an article can go to from where it stands; what is not listed cannot be. */
export function listMoves(book: WorkflowBook, standing: Standing): readonly Move[] {
  const { locked, status, aside } = standing.article
  if (locked) return lockedMoves(book, standing)
  if (status === 'returned' || status === 'held' || status === 'killed') {
    const resumed = move('resume', aside?.resume ?? AT_WORK, book.acts.resume)
    return [resumed, ...asideMoves(book, standing)]
  }
  return [...stepMoves(book, standing), ...asideMoves(book, standing)]
}
