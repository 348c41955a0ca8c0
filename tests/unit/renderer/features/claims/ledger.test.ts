import { describe, expect, test } from 'vitest'
import type { ClaimView } from '../../../../../src/shared/model/review.ts'
import {
  clearedByRisk,
  EVERY_CLAIM,
  filterLedger,
  isFiltered,
  sortLedger,
} from '../../../../../src/renderer/features/claims/ledger.ts'
import type { LedgerFilter, LedgerOrder } from '../../../../../src/renderer/features/claims/ledger.ts'
import { rowAfterKey } from '../../../../../src/renderer/features/claims/row-keys.ts'
import { claimView, ruleResult } from '../../../../support/claim-views.ts'

const ME = 'ic'
const CLAIMS: readonly ClaimView[] = [
  claimView(1, { status: 'verified', cleared: true, kind: 'event', createdBy: ME as ClaimView['createdBy'] }),
  claimView(2, { risk: 'low', words: 'Zoë paid a third of it', kind: 'quotation' }),
  claimView(3, { risk: 'high', paraphrase: 'The firm took part.', status: 'sourced' }),
  claimView(4, { status: 'verified', stale: true, risk: 'low' }),
  claimView(5, { status: 'disputed', kind: 'allegation', results: [ruleResult('R8', { state: 'waived' })] }),
  claimView(6, { orphaned: true, words: '', quote: 'a county held to ransom', risk: 'high' }),
]

const sorted = (order: LedgerOrder) => sortLedger(CLAIMS, order).map(({ number }) => number)
const filtered = (filter: Partial<LedgerFilter>) =>
  filterLedger(CLAIMS, { ...EVERY_CLAIM, ...filter }, ME).map(({ number }) => number)

describe('the order of the ledger', () => {
  test('by urgency: what stops, then what is open by its risk, then what is cleared', () => {
    expect(sorted('urgency')).toEqual([4, 5, 6, 3, 2, 1])
  })
  test('by text, risk, kind and status; equals as in the text', () => {
    expect(sorted('text')).toEqual([1, 2, 3, 4, 5, 6])
    expect(sorted('risk')).toEqual([3, 6, 1, 5, 2, 4])
    expect(sorted('kind')).toEqual([3, 4, 6, 2, 1, 5])
    expect(sorted('status')).toEqual([4, 2, 6, 3, 1, 5])
  })
})

describe('which claims it lists', () => {
  test('all of them at first', () => {
    expect(filtered({})).toEqual([1, 2, 3, 4, 5, 6])
    expect(isFiltered(EVERY_CLAIM)).toBe(false)
  })
  test('by status, kind, risk', () => {
    expect(filtered({ shape: 'stopped' })).toEqual([4, 5])
    expect(filtered({ kind: 'allegation' })).toEqual([5])
    expect(filtered({ risk: 'high' })).toEqual([3, 6])
  })
  test('stale, orphaned, waived, mine', () => {
    const of = (trait: LedgerFilter['trait']) => filtered({ trait })
    expect([of('stale'), of('orphaned'), of('waived'), of('mine')]).toEqual([[4], [6], [5], [1]])
  })
  test('by words in any order, without accents, by what it says, by its last words and by its number', () => {
    expect(filtered({ query: 'third zoe' })).toEqual([2])
    expect(filtered({ query: 'firm' })).toEqual([3])
    expect(filtered({ query: 'RANSOM' })).toEqual([6])
    expect(filtered({ query: ' 5 ' })).toEqual([5])
  })
})

test('what is cleared is counted for each risk, from high to low', () => {
  expect(clearedByRisk(CLAIMS)).toEqual([
    { risk: 'high', cleared: 0, all: 2 },
    { risk: 'medium', cleared: 1, all: 2 },
    { risk: 'low', cleared: 0, all: 2 },
  ])
})

test('keys go from row to row and stay within the list', () => {
  const after = (key: string, at: number, alt = false) =>
    rowAfterKey({ key, ctrlKey: false, metaKey: false, altKey: alt, shiftKey: false }, at, 10)
  expect([after('ArrowDown', 3), after('ArrowUp', 0), after('PageDown', 7), after('End', 0)]).toEqual([
    4, 0, 9, 9,
  ])
  expect([after('Home', 5), after('PageUp', 7), after('a', 3), after('ArrowDown', 3, true)]).toEqual([
    0,
    2,
    null,
    null,
  ])
})
