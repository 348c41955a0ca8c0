import { describe, expect, test } from 'vitest'
import type { SignOff } from '../../../../src/shared/model/approval.ts'
import { sha256 } from '../../../../src/main/core/hash.ts'
import { articleRow, claimRow } from '../../../support/rows.ts'
import { signed, stateOf } from '../../../support/small-review.ts'

describe('slots', () => {
  test('legal is required while an allegation stands, and by which rule', () => {
    const asked = (status: 'found' | 'cut') => {
      const state = stateOf({ claims: [claimRow('c', { kind: 'allegation', status })] })
      const {
        required,
        requiredBy,
        state: standing,
      } = state.slots.find((slot) => slot.slot === 'legal') ?? {}
      return { required, requiredBy, standing }
    }
    expect(asked('found')).toEqual({ required: true, requiredBy: 'R8', standing: 'waiting' })
    expect(asked('cut')).toEqual({ required: false, requiredBy: '', standing: 'not-needed' })
  })

  test('a void signature says why', () => {
    const causes = (fields: Partial<SignOff>, version = 1) =>
      stateOf({ signOffs: [signed('approval', 1, fields)], article: articleRow({ version }) }).slots.find(
        (slot) => slot.slot === 'approval',
      )?.cause
    expect(causes({})).toBe('')
    expect(causes({ textHash: sha256('old') })).toBe('text changed')
    expect(causes({ evidenceHash: sha256('old') })).toBe('evidence changed')
    expect(causes({ textHash: sha256('a'), evidenceHash: sha256('b') })).toBe('text and evidence changed')
    expect(causes({}, 2)).toBe('re-opened')
  })
})
