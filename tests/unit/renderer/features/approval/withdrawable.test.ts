import { expect, test } from 'vitest'
import type { SignOff, SlotState } from '../../../../../src/shared/model/approval.ts'
import type { PersonId } from '../../../../../src/shared/model/ids.ts'
import { mayWithdraw, withdrawnOf } from '../../../../../src/renderer/features/approval/withdrawable.ts'

function signOff(id: string, at: number, more: Partial<SignOff> = {}): SignOff {
  const signed = { id, seq: at, at, slot: 'copy', decision: 'approve', personId: 'tr', role: 'copy', ...more }
  return signed as SignOff
}

const HERE = { locked: false, readOnly: '', editRight: 'here' } as const

function slot(state: SlotState['state'], signed: SignOff | null): SlotState {
  return { slot: 'copy', required: true, requiredBy: '', state, cause: '', signOff: signed }
}

test('a withdrawal strikes the last word of its slot before it, and no other', () => {
  const all = [
    signOff('a', 1),
    signOff('b', 2, { slot: 'facts' }),
    signOff('w', 3, { decision: 'withdraw' }),
    signOff('c', 4),
  ]
  expect([...withdrawnOf(all)]).toEqual(['a'])
  // The records of two desks come in any order.
  expect([...withdrawnOf(all.toReversed())]).toEqual(['a'])
})

test('the signer takes a signature back, or somebody in the same role', () => {
  const signed = slot('signed', signOff('a', 1))
  const by = (personId: string, role: SignOff['role']) => ({ personId: personId as PersonId, role })
  expect(mayWithdraw(HERE, signed, by('tr', 'desk'))).toBe(true)
  expect(mayWithdraw(HERE, signed, by('mo', 'copy'))).toBe(true)
  expect(mayWithdraw(HERE, signed, by('mo', 'checker'))).toBe(false)
  expect(mayWithdraw({ ...HERE, locked: true }, signed, by('tr', 'copy'))).toBe(false)
  expect(mayWithdraw({ ...HERE, editRight: 'away' }, signed, by('tr', 'copy'))).toBe(false)
  expect(mayWithdraw(HERE, slot('waiting', null), by('tr', 'copy'))).toBe(false)
  expect(mayWithdraw(HERE, slot('void', signOff('a', 1)), by('tr', 'copy'))).toBe(false)
})
