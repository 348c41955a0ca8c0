import type { Decision, Slot } from '../../../shared/model/approval.ts'
import type { Role } from '../../../shared/model/person.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { whyNotHere } from '../review/workflow.ts'
import { ROLE_NAMES, SIGNS, STATUS_NAMES } from '../words.ts'

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
const APPROVALS: readonly Decision[] = ['approve', 'approve-with-conditions']
const ASIDE = ['return', 'hold', 'kill'] as const

function listed(codes: readonly string[], and = 'and'): string {
  const unique = [...new Set(codes)]
  if (unique.length < 2) return unique.join('')
  return `${unique.slice(0, -1).join(', ')} ${and} ${unique.at(-1) ?? ''}`
}

function refusedToRole(slot: Slot, role: Role | null): Refusal | null {
  const signer = SIGNS[slot]
  if (role === signer) return null
  const here = role === null ? 'nobody' : ROLE_NAMES[role]
  return {
    refused: ALL,
    head: 'Not yours to sign.',
    text: `${SLOT_NAMES[slot]} is signed in the role “${ROLE_NAMES[signer]}”; you are here as ${here}. The name at the top right changes person and role.`,
  }
}

/** The approval alone waits for the blockers, and for the step at which main lists it among the moves. */
function refusedApproval({ moves, blockers, article }: ReviewState): Refusal | null {
  const offered = new Set<string>(moves.map(({ kind }) => kind))
  const isReady = offered.has('approve')
  if (isReady && blockers.length === 0) return null
  const codes = listed(blockers.map((blocker) => blocker.code))
  const where =
    blockers.length === 1
      ? 'It is listed beside this sheet, with its cause.'
      : 'They are listed beside this sheet, each with its cause.'
  const left = ASIDE.filter((kind) => offered.has(kind))
  const said = [
    isReady ? '' : `Approval is signed at Ready; the article is at ${STATUS_NAMES[article.status]}.`,
    blockers.length === 0 ? '' : `${isReady ? 'Approval' : 'It'} is refused by ${codes}. ${where}`,
    left.length === 0 ? '' : `You may still ${listed(left, 'or')} the article.`,
  ]
  const refused = ASIDE.filter((kind) => !offered.has(kind))
  return {
    refused: [...APPROVALS, ...refused],
    head: 'Not possible yet.',
    text: said.filter((each) => each !== '').join(' '),
  }
}

export function refusalOf(state: ReviewState, slot: Slot, role: Role | null): Refusal | null {
  if (state.article.locked) {
    return {
      refused: ALL,
      head: 'Locked.',
      text: 'The article is approved; nothing is signed while it is locked. Re-open it, with a reason, to go on.',
    }
  }
  const here = whyNotHere(state.article)
  if (here !== null) return { refused: ALL, head: 'Not signed here.', text: here }
  return refusedToRole(slot, role) ?? (slot === 'approval' ? refusedApproval(state) : null)
}
