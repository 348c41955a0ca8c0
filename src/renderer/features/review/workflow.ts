import type { Article, Status } from '../../../shared/model/article.ts'
import type { Actor, Person, Role } from '../../../shared/model/person.ts'
import type { Move, MoveKind, Obstacle } from '../../../shared/model/workflow.ts'
import { holdsRole } from '../../../shared/rules/held-roles.ts'
import { midSentence } from '../../ui/mid-sentence.ts'
import { ROLE_NAMES, STATUS_NAMES } from '../words.ts'

/**
 * Words for the moves that main lists. Which there are, who may do them and what stands in their way is main's to say;
 * main decides again when one is made.
 */

/** The steps as the bar shows them, without the three that lie aside. */
export const STEPS: readonly Status[] = [
  'draft',
  'desk-edit',
  'fact-check',
  'copy',
  'read-back',
  'standards',
  'legal',
  'ready',
  'approved',
  'filed',
]

/** What a move is called on buttons and as the title of its dialog. */
export function moveName({ kind, to }: Pick<Move, 'kind' | 'to'>): string {
  switch (kind) {
    case 'on':
      return `Move on to ${STATUS_NAMES[to]}`
    case 'back':
      return `Move back to ${STATUS_NAMES[to]}`
    case 'return':
      return 'Return'
    case 'hold':
      return 'Hold'
    case 'kill':
      return 'Kill'
    case 'resume':
      return `Take up again at ${STATUS_NAMES[to]}`
    case 'approve':
      return 'Sign the approval'
    case 'file':
      return 'File'
    case 'reopen':
      return 'Re-open'
    case 'correct':
      return 'Open a correction'
  }
}

/** As a question, at the head of its dialog. */
export function moveQuestion(move: Pick<Move, 'kind' | 'to'>): string {
  switch (move.kind) {
    case 'return':
    case 'hold':
    case 'kill':
    case 'file':
    case 'reopen':
      return `${moveName(move)} the article?`
    default:
      return `${moveName(move)}?`
  }
}

/** "desk", "desk or copy", "desk, copy or legal". */
function rolesInWords(roles: readonly Role[]): string {
  const names = roles.map((role) => ROLE_NAMES[role])
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
}

/** Why nothing of the workflow is done at this desk; null where it can be. */
export function whyNotHere({ readOnly, editRight, rightWith }: Article): string | null {
  if (readOnly !== '') return 'The article is read-only here.'
  if (editRight === 'here') return null
  return rightWith === ''
    ? 'The right to edit is on its way to another desk.'
    : `The right to edit is with ${rightWith}.`
}

/** Why whoever sits here is not the one to do it; null where they may. */
export function whyNotYou(
  move: Pick<Move, 'roles'>,
  article: Pick<Article, 'desk'>,
  actor: Actor,
  person: Person | null,
): string | null {
  if (!move.roles.includes(actor.role)) {
    return `It is done as ${rolesInWords(move.roles)}; you are here as ${ROLE_NAMES[actor.role]}.`
  }
  if (person === null || holdsRole(person, actor.role, article.desk)) return null
  return `${person.name} does not hold the role “${ROLE_NAMES[actor.role]}” on ${article.desk || 'this desk'}.`
}

/** "3 changes are open (B1); the copy slot is not signed." Each obstacle comes as a sentence. */
export function obstaclesInWords(unmet: readonly Obstacle[]): string {
  const said = unmet.map(({ code, text }, index) => {
    const words = text.replace(/\.$/, '')
    return `${index === 0 ? words : midSentence(words)}${code === '' ? '' : ` (${code})`}`
  })
  return said.length === 0 ? '' : `${said.join('; ')}.`
}

/** The move of that kind; of several the one nearest to where the article stands. */
export function moveOf(moves: readonly Move[], kind: MoveKind, to: Status | null = null): Move | null {
  const some = moves.filter((move) => move.kind === kind && (to === null || move.to === to))
  const late = (move: Move) => STEPS.indexOf(move.to)
  return some.toSorted((a, b) => late(b) - late(a))[0] ?? null
}
