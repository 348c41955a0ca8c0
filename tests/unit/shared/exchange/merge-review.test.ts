import { describe, expect, test } from 'vitest'
import { addAnchor } from '../../../../src/shared/document/anchors.ts'
import { isOpenConflict } from '../../../../src/shared/exchange/conflict-rows.ts'
import { readDocument } from '../../../../src/shared/exchange/merge-document.ts'
import { settleConflict } from '../../../../src/shared/exchange/settle-conflict.ts'
import type { ReviewContent } from '../../../../src/shared/exchange/review-content.ts'
import type { Claim } from '../../../../src/shared/model/claim.ts'
import type { PersonId, SourceId } from '../../../../src/shared/model/ids.ts'
import { document, show } from '../../../support/document.ts'
import { waiverRow } from '../../../support/evidence.ts'
import { emptyContent } from '../../../support/exchange-desk.ts'
import { START, mergedFrom, threadRow } from '../../../support/exchange-merge.ts'
import type { Side } from '../../../support/exchange-merge.ts'
import { AT, claimLink, claimRow } from '../../../support/rows.ts'

const MARA = 'mara' as PersonId
const DOV = 'dov' as PersonId
const nothing: Side = () => ({})

const claims =
  (...rows: readonly Claim[]): Side =>
  () => ({ claims: rows })

/** The changed fields of the one claim. */
const claim = (fields: Partial<Claim>): Side => claims(claimRow('c', { ...fields, updatedAt: AT + 1 }))

const withClaim: ReviewContent = { ...START, claims: [claimRow('c', { quote: 'the firm' })] }

function fieldsIn({ conflicts }: Pick<ReviewContent, 'conflicts'>) {
  return conflicts.map(({ what, one, other }) => [what.table, what.field, one.value, other.value])
}

describe('fields of one row', () => {
  test('that each side changed for itself are all changed', () => {
    const { content, conflicts } = mergedFrom(withClaim, claim({ risk: 'high' }), claim({ kind: 'number' }))
    expect(content.claims[0]).toMatchObject({ risk: 'high', kind: 'number' })
    expect(conflicts).toEqual([])
  })

  test('that both changed alike are changed', () => {
    const { content, conflicts } = mergedFrom(withClaim, claim({ risk: 'high' }), claim({ risk: 'high' }))
    expect(content.claims[0]?.risk).toBe('high')
    expect(conflicts).toEqual([])
  })

  test('that both changed differently stay as they were, with both sides in a conflict', () => {
    const { content, conflicts } = mergedFrom(withClaim, claim({ risk: 'high' }), claim({ risk: 'low' }))
    expect(content.claims[0]?.risk).toBe('medium')
    expect(content.conflicts).toEqual(conflicts)
    expect(conflicts).toMatchObject([
      {
        kind: 'field',
        what: { table: 'claim', id: 'c', field: 'risk' },
        words: 'Claim “the firm”: risk',
        one: { value: 'high', origin: 'calder' },
        other: { value: 'low', origin: 'quay' },
        settledAt: null,
      },
    ])
  })

  test('are what was chosen, once somebody chose', () => {
    const { content, conflicts } = mergedFrom(withClaim, claim({ risk: 'high' }), claim({ risk: 'low' }))
    const [conflict] = conflicts
    if (!conflict) throw new Error('No conflict')
    const settled = settleConflict(content, conflict, 'other', { personId: MARA, at: AT + 5 })
    expect(settled.claims[0]?.risk).toBe('low')
    expect(settled.conflicts[0]).toMatchObject({ choice: 'other', settledBy: MARA, settledAt: AT + 5 })
    expect(isOpenConflict(conflict, () => false)).toBe(true)
    expect(settled.conflicts.some((row) => isOpenConflict(row, () => false))).toBe(false)
    // The desk that left it open takes the choice over.
    const after = mergedFrom(content, () => settled, nothing).content
    expect(after.claims[0]?.risk).toBe('low')
    expect(after.conflicts[0]?.choice).toBe('other')
  })

  test('that come apart again after a choice are a new conflict', () => {
    const first = mergedFrom(withClaim, claim({ risk: 'high' }), claim({ risk: 'low' }))
    const settled = first.content.conflicts.map((row) => ({
      ...row,
      settledBy: MARA,
      settledAt: AT,
      choice: 'one' as const,
    }))
    const base = { ...withClaim, conflicts: settled }
    const again = mergedFrom(base, claim({ risk: 'high' }), claim({ risk: 'low' }))
    expect(again.conflicts).toHaveLength(1)
    expect(again.content.conflicts).toHaveLength(2)
  })

  test('of details and of what is said of a source are fields, too', () => {
    const note = (words: string): Side => claim({ details: { ...claimRow('c').details, note: words } })
    expect(fieldsIn(mergedFrom(withClaim, note('a'), note('b')))).toEqual([
      ['claim', 'details.note', 'a', 'b'],
    ])
    const base = { ...START, claims: [claimRow('c', {}, ['s'])] }
    const link = (locator: string): Side =>
      claims({ ...claimRow('c'), sources: [{ ...claimLink('s' as SourceId), locator }] })
    expect(fieldsIn(mergedFrom(base, link('p. 1'), link('p. 2')))).toEqual([
      ['claim-source', 'locator', 'p. 1', 'p. 2'],
    ])
  })

  test('that list words are united', () => {
    const parties = (...names: readonly string[]): Side =>
      claim({ details: { ...claimRow('c').details, parties: names } })
    const base = {
      ...START,
      claims: [claimRow('c', { details: { ...claimRow('c').details, parties: ['A', 'B'] } })],
    }
    const { content, conflicts } = mergedFrom(base, parties('A', 'B', 'C'), parties('B', 'D'))
    expect(content.claims[0]?.details.parties).toEqual(['B', 'C', 'D'])
    expect(conflicts).toEqual([])
  })
})

describe('a claim', () => {
  const verified = {
    status: 'verified',
    verifiedQuote: 'the firm',
    verifiedBy: DOV,
    verifiedAt: AT + 1,
  } as const

  test('that was taken back at one desk and left alone at the other is gone, with its places', () => {
    const doc = addAnchor(document('The yard.'), 'claim', 'c', [{ from: 1, to: 4 }]).doc
    const base = { ...emptyContent(doc), claims: [claimRow('c')] }
    const back: Side = () => ({ claims: [], document: document('The yard.').toJSON() as unknown })
    const { content } = mergedFrom(base, back, nothing)
    expect(content.claims).toEqual([])
    expect(show(readDocument(content.document))).toBe('The yard.¶')
  })

  test('that was worked on meanwhile stays, with its places', () => {
    const doc = addAnchor(document('The yard.'), 'claim', 'c', [{ from: 1, to: 4 }]).doc
    const base = { ...emptyContent(doc), claims: [claimRow('c')] }
    const back: Side = () => ({ claims: [], document: document('The yard.').toJSON() as unknown })
    const { content } = mergedFrom(base, back, claim({ risk: 'high' }))
    expect(content.claims.map(({ risk }) => risk)).toEqual(['high'])
    expect(show(readDocument(content.document))).toBe('‹c The› yard.¶')
  })

  test('that somebody commented on, or waived a rule for, stays', () => {
    const comment: Side = () => ({
      threads: [threadRow('t', { target: { kind: 'claim', claimId: claimRow('c').id } })],
    })
    expect(mergedFrom(withClaim, claims(), comment).content.claims).toHaveLength(1)
    const waive: Side = () => ({ waivers: [waiverRow(['R1'], 'desk')] })
    expect(mergedFrom(withClaim, claims(), waive).content.claims).toHaveLength(1)
  })

  test('is looked at again where its kind changed while it was verified', () => {
    const { content, conflicts } = mergedFrom(withClaim, claim(verified), claim({ kind: 'number' }))
    expect(content.claims[0]).toMatchObject({ kind: 'number', status: 'checking', verifiedBy: null })
    expect(fieldsIn({ conflicts }).map(([, field]) => field)).toEqual(['status'])
  })

  test('that two people verified in the same words is verified by the first', () => {
    const later = { ...verified, verifiedBy: MARA, verifiedAt: AT + 2 }
    const { content, conflicts } = mergedFrom(withClaim, claim(later), claim(verified))
    expect(content.claims[0]).toMatchObject(verified)
    expect(conflicts).toEqual([])
  })

  test('has the status that somebody gave it, over one that only follows from its sources', () => {
    const { content, conflicts } = mergedFrom(
      withClaim,
      claim({ status: 'sourced', sources: [claimLink('s' as SourceId)] }),
      claim({ status: 'disputed' }),
    )
    expect(content.claims[0]).toMatchObject({ status: 'disputed', sources: [{ sourceId: 's' }] })
    expect(conflicts).toEqual([])
  })

  test('loses a source that one side took away and the other left as it was', () => {
    const base = { ...START, claims: [claimRow('c', { status: 'sourced' }, ['s'])] }
    const { content } = mergedFrom(base, claim({ status: 'needs-source' }), nothing)
    expect(content.claims[0]?.sources).toEqual([])
  })
})
