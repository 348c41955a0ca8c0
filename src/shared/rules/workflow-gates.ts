import { SLOT_NAMES, STATUS_NAMES } from '../names.ts'
import type { Blocker, BlockerCode, SlotState } from '../model/approval.ts'
import type { Article } from '../model/article.ts'
import type { Obstacle } from '../model/workflow.ts'
import type { HeadField, WorkflowBook, WorkflowStep } from '../model/workflow-book.ts'

/** What the gates look at: the same records that the lists show. */
export type Standing = {
  readonly article: Pick<Article, 'status' | 'locked' | 'aside'>
  readonly slots: readonly SlotState[]
  readonly blockers: readonly Blocker[]
  readonly empty: readonly HeadField[]
}

function slotWords({ slot, state, cause, requiredBy }: SlotState): string {
  const name = SLOT_NAMES[slot]
  if (state === 'void') return `${name} is void: ${cause}.`
  return requiredBy === '' ? `${name} is not signed.` : `${name} is not signed; ${requiredBy} requires it.`
}

function blocked(standing: Standing, codes: readonly BlockerCode[]): readonly Obstacle[] {
  return standing.blockers
    .filter(({ code }) => codes.includes(code))
    .map(({ code, title, target }) => ({ code, text: title, target }))
}

/** What keeps an article from leaving a step forwards. */
export function unmetAt(step: WorkflowStep, standing: Standing): readonly Obstacle[] {
  const empty = step.filled.filter((field) => standing.empty.includes(field))
  const unsigned = standing.slots.filter(
    ({ slot, required, state }) =>
      slot !== 'approval' && step.signed.includes(slot) && required && state !== 'signed',
  )
  return [
    ...blocked(standing, step.clear),
    ...empty.map((field) => ({
      code: '',
      text: `The ${field} is empty.`,
      target: { kind: 'details' as const },
    })),
    ...unsigned.map((state) => ({
      code: '',
      text: slotWords(state),
      target: { kind: 'slot' as const, slot: state.slot },
    })),
  ]
}

export function unmetForApproval(standing: Standing): readonly Obstacle[] {
  return standing.blockers.map(({ code, title, target }) => ({ code, text: title, target }))
}

export function unmetForFiling(book: WorkflowBook, standing: Standing): readonly Obstacle[] {
  return blocked(standing, book.filing.clear)
}

/** Standards and legal are passed over while nothing requires them. */
export function isPassedOver(status: WorkflowStep['status'], slots: readonly SlotState[]): boolean {
  if (status !== 'standards' && status !== 'legal') return false
  return !slots.some(({ slot, required }) => slot === status && required)
}

/** The steps that an article takes as things stand, and the one it stands at in any case. */
export function stepsOnTheWay(
  book: WorkflowBook,
  { article, slots }: Pick<Standing, 'article' | 'slots'>,
): readonly WorkflowStep[] {
  const here = article.aside?.resume ?? article.status
  return book.steps.filter(({ status }) => status === here || !isPassedOver(status, slots))
}

/** “B3: 4 claims are not cleared. Facts is not signed.” */
export function inWords(unmet: readonly Obstacle[]): string {
  return unmet.map(({ code, text }) => (code === '' ? text : `${code}: ${text}`)).join(' ')
}

export function nameOfStatus(status: Article['status']): string {
  return STATUS_NAMES[status]
}
