import type { Slot } from '../../../shared/model/approval.ts'
import type { Role } from '../../../shared/model/person.ts'
import { choices, SIGNS } from '../words.ts'

/** Which sheet lies in the centre: the chosen slot, else the one that the role signs; a reporter signs none. */
export function sheetSlot(chosen: Slot | null, role: Role | null): Slot | null {
  if (chosen !== null) return chosen
  return choices(SIGNS).find(({ value }) => SIGNS[value] === role)?.value ?? null
}
