import type { Blocker, BlockerCode, Slot, SlotState } from '../../src/shared/model/approval.ts'
import { SLOTS } from '../../src/shared/model/slots.ts'
import type { Status } from '../../src/shared/model/article.ts'
import type { PersonId } from '../../src/shared/model/ids.ts'
import type { Standing } from '../../src/shared/rules/workflow-gates.ts'
import { AT } from './rows.ts'

/** An article as the workflow looks at it: nothing blocks it and every slot is signed, but for what a test says. */

type Fields = {
  readonly blockers?: readonly BlockerCode[]
  readonly unsigned?: readonly Slot[]
  /** Standards and legal, where rules ask for them. */
  readonly required?: readonly Slot[]
  readonly empty?: Standing['empty']
  /** Of an article that lies aside. */
  readonly resume?: Status
}

function slotOf(slot: Slot, { unsigned = [], required = [] }: Fields): SlotState {
  const isConditional = slot === 'standards' || slot === 'legal'
  const isRequired = !isConditional || required.includes(slot)
  const isWaiting = unsigned.includes(slot)
  return {
    slot,
    required: isRequired,
    requiredBy: isConditional && isRequired ? 'R8' : '',
    state: isWaiting ? 'waiting' : isRequired ? 'signed' : 'not-needed',
    cause: '',
    signOff: null,
  }
}

function blockerOf(code: BlockerCode): Blocker {
  return { code, title: `${code} stands.`, detail: '', target: { kind: 'details' }, causes: [] }
}

export function standing(status: Status, fields: Fields = {}): Standing {
  const { blockers = [], empty = [], resume = 'copy' } = fields
  const lies = status === 'returned' || status === 'held' || status === 'killed'
  return {
    article: {
      status,
      locked: status === 'approved' || status === 'filed',
      aside: lies ? { by: 'ines' as PersonId, at: AT, reason: 'Because.', until: null, resume } : null,
    },
    slots: SLOTS.map((slot) => slotOf(slot, fields)),
    blockers: blockers.map(blockerOf),
    empty,
  }
}
