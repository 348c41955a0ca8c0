import { expect, test } from 'vitest'
import type { ClaimId, WaiverId } from '../../../../../src/shared/model/ids.ts'
import { reportSignatures } from '../../../../../src/main/export/pdf/report-signatures.ts'
import { createVoice } from '../../../../../src/main/export/pdf/voice.ts'
import { waiverRow } from '../../../../support/evidence.ts'
import { HANNE, INES, PEOPLE, article, claim, para, review, signature } from './builders.ts'

const doc = article(para('headline', 'Head'))

test('a signature prints the waivers it was given under, and what was not an approval its reason and bounds', () => {
  const waiver = waiverRow(['R6', 'R7'], 'desk', { id: 'w1' as WaiverId, claimId: 'c1' as ClaimId })
  const until = Date.UTC(2027, 0, 4, 9)
  const state = review(doc, {
    claims: [claim('c1', 'moved fuel')],
    waivers: [waiver, { ...waiver, id: 'w2' as WaiverId, claimId: 'gone' as ClaimId }],
    signOffs: [
      signature('approval', HANNE, { waivers: ['w1', 'w2', 'elsewhere'] }),
      signature('desk', INES, { seq: 2, decision: 'hold', conditions: 'Court.', until }),
      signature('copy', INES, { seq: 3, decision: 'return', conditions: 'Names.', returnTo: 'copy' }),
      signature('facts', INES, { seq: 4, decision: 'withdraw', conditions: 'Too early.' }),
    ],
  })
  const told = reportSignatures(state, createVoice('internal', PEOPLE))
  expect(told.map(({ title }) => title)).toEqual([
    'Approval: approved by Hanne Ostrow, approver',
    expect.stringContaining('Desk: held by'),
    expect.stringContaining('Copy: returned by'),
    expect.stringContaining('Facts: withdrawn by'),
  ])
  expect(told.map(({ notes }) => notes)).toEqual([
    ['Waivers in force: R6, R7 for claim 1; R6, R7 for a claim that is gone.'],
    [expect.stringContaining('Until ')],
    ['To come back to Copy.'],
    [],
  ])
  expect(told.map(({ reasoned }) => reasoned)).toEqual([false, true, true, true])
})
