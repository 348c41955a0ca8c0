import { describe, expect, test } from 'vitest'
import { unaskedParties } from '../../../../../src/renderer/features/replies/parties.ts'
import { NO_DETAILS } from '../../../../../src/shared/model/claim.ts'
import type { ClaimStatus } from '../../../../../src/shared/model/claim.ts'
import type { ClaimId } from '../../../../../src/shared/model/ids.ts'

function claim(number: number, parties: readonly string[], status: ClaimStatus = 'found') {
  return { id: `c${number}` as ClaimId, number, status, details: { ...NO_DETAILS, parties } }
}
const asked = (party: string, ...numbers: number[]) => ({
  party,
  claimIds: numbers.map((number) => `c${number}` as ClaimId),
})
const told = (parties: ReturnType<typeof unaskedParties>) =>
  parties.map(({ party, claims, askedBefore }) => [party, claims.map(({ number }) => number), askedBefore])

describe('parties that were not asked', () => {
  test('stand in the order of the claims, once each', () => {
    const claims = [claim(14, ['Edric Vole', 'Brannoch Marine']), claim(3, ['Edric Vole'])]
    expect(told(unaskedParties(claims, []))).toEqual([
      ['Edric Vole', [3, 14], false],
      ['Brannoch Marine', [14], false],
    ])
  })

  test('a party asked about one claim still waits for the other', () => {
    const claims = [claim(3, ['Edric Vole']), claim(14, ['Edric Vole'])]
    expect(told(unaskedParties(claims, [asked('Edric Vole', 3)]))).toEqual([['Edric Vole', [14], true]])
  })

  test('case and spaces do not make another party', () => {
    const claims = [claim(3, ['Edric  Vole', 'edric vole'])]
    expect(told(unaskedParties(claims, []))).toEqual([['Edric  Vole', [3], false]])
    expect(unaskedParties(claims, [asked(' EDRIC VOLE', 3)])).toEqual([])
  })

  test('a claim that is cut asks nothing of anybody', () => {
    expect(unaskedParties([claim(3, ['Edric Vole'], 'cut')], [])).toEqual([])
  })
})
