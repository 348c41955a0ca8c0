import type { Decision, Slot } from '../../../shared/model/approval.ts'
import type { Status } from '../../../shared/model/article.ts'
import { SLOT_NAMES } from '../../../shared/names.ts'
import { STATUS_NAMES } from '../words.ts'

/** What the sheet calls the decisions, what each asks for, and what comes of it. */

export const MEANINGS: Readonly<Record<Decision, string>> = {
  approve: 'Locks the text',
  'approve-with-conditions': 'Locks the text; the conditions print on the packet',
  return: 'Back to a step you name, with a reason',
  hold: 'Until a time you name, with a reason',
  kill: 'Kept on the desk, never filed',
}

export const WORDS_LABEL: Readonly<Record<Decision, string>> = {
  approve: 'Conditions',
  'approve-with-conditions': 'Conditions',
  return: 'Reason for the return',
  hold: 'Reason for the hold',
  kill: 'Reason for the kill',
}

/** `returnTo`: the step that a return names. */
export function actLabel(slot: Slot, decision: Decision, returnTo: Status | null): string {
  switch (decision) {
    case 'approve':
      return slot === 'approval' ? 'Sign and lock' : `Sign ${SLOT_NAMES[slot]}`
    case 'approve-with-conditions':
      return 'Sign and lock, with conditions'
    case 'return':
      return returnTo === null ? 'Return the article' : `Return to ${STATUS_NAMES[returnTo]}`
    case 'hold':
      return 'Hold the article'
    case 'kill':
      return 'Kill the article'
  }
}

export function consequence(slot: Slot, decision: Decision): string {
  if (decision === 'return' || decision === 'hold' || decision === 'kill') {
    return `The ${decision} is signed and logged like an approval.`
  }
  return slot === 'approval'
    ? 'Nobody can undo this. It can be re-opened, with a reason.'
    : 'Holds for what it covers; a change of that voids it. It can be withdrawn.'
}
