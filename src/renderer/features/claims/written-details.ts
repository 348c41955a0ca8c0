import type { Args } from '../../../shared/contract.ts'
import type { ClaimDetails } from '../../../shared/model/claim.ts'

/** Details as a call takes them: its lists may be written to. */
export function writtenDetails(details: ClaimDetails): Args<'claims.update'>['details'] {
  const { parties, flags, identityChecked } = details
  return { ...details, parties: [...parties], flags: [...flags], identityChecked: [...identityChecked] }
}
