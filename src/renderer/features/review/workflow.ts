import type { SlotState } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'

/** The steps in the order of the desk, without the three that lie aside of it. */
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

/** Standards and legal are passed over while no rule asks for them. */
function passedOver(step: Status, slots: readonly SlotState[]): boolean {
  if (step !== 'standards' && step !== 'legal') return false
  return !slots.some((slot) => slot.slot === step && slot.required)
}

function walk(from: Status, direction: 1 | -1, slots: readonly SlotState[]): Status | null {
  const start = STEPS.indexOf(from)
  if (start === -1) return null
  for (let index = start + direction; index >= 0; index += direction) {
    const step = STEPS[index]
    if (step === undefined || step === 'approved' || step === 'filed') return null
    if (!passedOver(step, slots)) return step
  }
  return null
}

/** The step to move on to; null at `ready`, because approval is signed, and for articles that lie aside. */
export function stepAfter(status: Status, slots: readonly SlotState[]): Status | null {
  return walk(status, 1, slots)
}

export function stepBefore(status: Status, slots: readonly SlotState[]): Status | null {
  return walk(status, -1, slots)
}

/** Leaving the order of the desk needs a reason, and so does going back. */
export function needsReason(from: Status, to: Status): boolean {
  if (!STEPS.includes(to)) return true
  return STEPS.includes(from) && STEPS.indexOf(to) < STEPS.indexOf(from)
}
