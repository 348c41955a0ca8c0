import type { Article, Status } from '../model/article.ts'
import type { Role } from '../model/person.ts'
import type { Move, MoveKind } from '../model/workflow.ts'
import type { WorkflowBook } from '../model/workflow-book.ts'
import { inWords, isPassedOver, nameOfStatus } from './workflow-gates.ts'
import type { Standing } from './workflow-gates.ts'
import { listMoves } from './workflow-moves.ts'
import { listed } from './words.ts'

/** What somebody wants to do with an article. `by`: the act that it would be done by. */
export type Wanted = {
  readonly by: 'move' | 'sign' | 'file' | 'reopen' | 'correct'
  readonly to: Status
  readonly role: Role
  readonly reason: string
  readonly resume: Status | null
}

/** Which rule of the workflow speaks against it. */
export type WorkflowRule =
  | 'stands-there'
  | 'locked'
  | 'not-locked'
  | 'signed-only'
  | 'filed-only'
  | 'aside'
  | 'passed-over'
  | 'required'
  | 'one-step'
  | 'role'
  | 'reason'
  | 'resume'
  | 'gate'

export type Verdict =
  | { readonly ok: true; readonly move: Move }
  | { readonly ok: false; readonly rule: WorkflowRule; readonly message: string }

const BY: Readonly<Record<Wanted['by'], readonly MoveKind[]>> = {
  move: ['on', 'back', 'return', 'hold', 'kill', 'resume'],
  sign: ['approve', 'return', 'hold', 'kill'],
  file: ['file'],
  reopen: ['reopen'],
  correct: ['correct'],
}

function refused(rule: WorkflowRule, message: string): Verdict {
  return { ok: false, rule, message }
}

function next(moves: readonly Move[]): string {
  const on = moves.find(({ kind }) => kind === 'on' || kind === 'approve' || kind === 'resume')
  return on ? ` From here it goes on to ${nameOfStatus(on.to)}.` : ''
}

/** Why there is no such move at all. */
function noSuchMove(standing: Standing, wanted: Wanted, moves: readonly Move[]): Verdict {
  const { status, locked } = standing.article
  const [here, there] = [nameOfStatus(status), nameOfStatus(wanted.to)]
  if (wanted.by === 'reopen' || wanted.by === 'correct') {
    return refused('not-locked', `The article stands at ${here} and is not locked: it is open as it is.`)
  }
  if (wanted.by === 'file')
    return refused('filed-only', `Only what is approved is filed; it stands at ${here}.`)
  if (locked) return refused('locked', 'The article is approved and locked; re-open it first, with a reason.')
  if (status === wanted.to) return refused('stands-there', `The article stands at ${there} already.`)
  if (wanted.to === 'filed') return refused('filed-only', 'An article is filed once it is approved.')
  if (wanted.to === 'approved') {
    if (wanted.by === 'move') return refused('signed-only', 'Approved is reached by signing, not by moving.')
    return refused('one-step', `Approval is signed at Ready, and the article stands at ${here}.`)
  }
  if (moves.some(({ kind }) => kind === 'resume')) {
    return refused(
      'aside',
      `The article is ${here.toLowerCase()} and comes back to where it was said.${next(moves)}`,
    )
  }
  const to = wanted.to
  if ((to === 'standards' || to === 'legal') && isPassedOver(to, standing.slots)) {
    return refused('passed-over', `Nothing requires ${there} now, so it is passed over.${next(moves)}`)
  }
  const on = moves.find(({ kind }) => kind === 'on')
  const asked = standing.slots.find(({ slot, requiredBy }) => slot === on?.to && requiredBy !== '')
  if (asked) {
    return refused(
      'required',
      `${nameOfStatus(on?.to ?? status)} comes first; ${asked.requiredBy} requires it.`,
    )
  }
  return refused('one-step', `The steps are taken one at a time.${next(moves)}`)
}

function findMove(moves: readonly Move[], { by, to }: Wanted): Move | undefined {
  return moves.find((move) => move.to === to && BY[by].includes(move.kind))
}

/**
 * Whether an article may be moved so, with the first rule that speaks against it in words. The window shows what is
 * refused; main asks again inside the transaction that would move it.
 */
export function judgeMove(book: WorkflowBook, standing: Standing, wanted: Wanted): Verdict {
  const moves = listMoves(book, standing)
  const move = findMove(moves, wanted)
  if (!move) return noSuchMove(standing, wanted, moves)
  const there = nameOfStatus(move.to)
  if (!move.roles.includes(wanted.role)) {
    const said = move.roles.map((role) => `“${role}”`)
    const roles = `the ${said.length === 1 ? 'role' : 'roles'} ${listed(said)}`
    return refused('role', `This is for ${roles}, and you are here as “${wanted.role}”.`)
  }
  if (move.reason && wanted.reason.trim() === '') return refused('reason', `Say why it goes to ${there}.`)
  if (wanted.resume !== null && !move.resume.includes(wanted.resume)) {
    const may = listed(move.resume.map(nameOfStatus))
    const which = may === '' ? 'No step is named here.' : `It can come back to ${may}.`
    return refused('resume', which)
  }
  if (move.unmet.length > 0) return refused('gate', inWords(move.unmet))
  return { ok: true, move }
}

type Place = Pick<Article, 'status' | 'editRight' | 'locked'>

/** Who may edit without tracking; nobody aside of the steps, on what is locked, and where another desk has the right. */
export function untrackedRoles(book: WorkflowBook, { status, editRight, locked }: Place): readonly Role[] {
  if (editRight === 'away' || locked) return []
  return book.steps.find((step) => step.status === status)?.untracked ?? []
}
