import type { Decision, Slot } from '../../../shared/model/approval.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { ROLE_NAMES, SIGNS } from '../words.ts'

/**
 * What the sheet says before anybody signs. The blockers are those of main; main decides again, over the same
 * records, in the step that writes the signature.
 */
export type Refusal = {
  /** Choices that are shown and not offered. */
  readonly refused: readonly Decision[]
  readonly head: string
  readonly text: string
}

const ALL: readonly Decision[] = ['approve', 'approve-with-conditions', 'return', 'hold', 'kill']

function listed(codes: readonly string[]): string {
  const unique = [...new Set(codes)]
  if (unique.length < 2) return unique.join('')
  return `${unique.slice(0, -1).join(', ')} and ${unique.at(-1) ?? ''}`
}

export function refusalOf(state: ReviewState, slot: Slot, role: Role | null): Refusal | null {
  if (state.article.locked) {
    return {
      refused: ALL,
      head: 'Locked.',
      text: 'The article is approved; nothing is signed while it is locked. Re-open it, with a reason, to go on.',
    }
  }
  const signer = SIGNS[slot]
  if (role !== signer) {
    const here = role === null ? 'nobody' : ROLE_NAMES[role]
    return {
      refused: ALL,
      head: 'Not yours to sign.',
      text: `${SLOT_NAMES[slot]} is signed in the role “${ROLE_NAMES[signer]}”; you are here as ${here}. The name at the top right changes person and role.`,
    }
  }
  if (slot !== 'approval' || state.blockers.length === 0) return null
  const where =
    state.blockers.length === 1
      ? 'It is listed beside this sheet, with its cause.'
      : 'They are listed beside this sheet, each with its cause.'
  return {
    refused: ['approve', 'approve-with-conditions'],
    head: 'Not possible yet.',
    text: `Approval is refused by ${listed(state.blockers.map((blocker) => blocker.code))}. ${where} You may still return, hold or kill the article.`,
  }
}
