import { describe, expect, test } from 'vitest'
import { decide } from '../../../../src/shared/document/decide/decide.ts'
import { isOpenConflict } from '../../../../src/shared/exchange/conflict-rows.ts'
import { readDocument } from '../../../../src/shared/exchange/merge-document.ts'
import { mergeReview } from '../../../../src/shared/exchange/merge-review.ts'
import type { PersonId, VersionId } from '../../../../src/shared/model/ids.ts'
import { document, inserted, p, show } from '../../../support/document.ts'
import { emptyContent, sha256 } from '../../../support/exchange-desk.ts'
import { START, mergedFrom } from '../../../support/exchange-merge.ts'
import type { Side } from '../../../support/exchange-merge.ts'
import { AT } from '../../../support/rows.ts'

const MARA = 'mara' as PersonId
const DOV = 'dov' as PersonId
const nothing: Side = () => ({})

describe('the text', () => {
  const base = emptyContent(document(p('The ', inserted('wide ', 'C', 'i'), 'yard.')))
  const decided =
    (verdict: 'accept' | 'reject', by: PersonId): Side =>
    (content) => {
      const state = verdict === 'accept' ? 'accepted' : 'rejected'
      return {
        document: decide(readDocument(content.document), new Set(['i']), verdict).doc.toJSON() as unknown,
        changes: content.changes.map((row) => ({ ...row, state, decidedBy: by, decidedAt: AT + 1 })),
      }
    }

  test('says which changes are open, and the rows follow it', () => {
    const { content, conflicts } = mergedFrom(base, decided('accept', DOV), nothing)
    expect(content.changes).toMatchObject([{ id: 'i', state: 'accepted', decidedBy: DOV }])
    expect(conflicts).toEqual([])
  })

  test('that was decided differently is open again, and the conflict is settled by deciding it', () => {
    const { content, conflicts } = mergedFrom(base, decided('accept', DOV), decided('reject', MARA))
    expect(show(readDocument(content.document))).toBe('The [+C wide +]yard.¶')
    expect(content.changes).toMatchObject([{ id: 'i', state: 'open', decidedBy: null }])
    expect(conflicts).toMatchObject([{ kind: 'text', changeIds: ['i'], words: 'wide ' }])
    expect(conflicts.map((row) => isOpenConflict(row, (id) => id === 'i'))).toEqual([true])
    expect(conflicts.map((row) => isOpenConflict(row, () => false))).toEqual([false])
  })

  test('holds equal words of two people twice: each of them typed them', () => {
    const plain = emptyContent(document('The yard.'))
    const typed =
      (author: string): Side =>
      () => {
        const doc = document(p('The ', inserted('wide ', author), 'yard.'))
        const { changes } = emptyContent(doc)
        return { document: doc.toJSON() as unknown, changes }
      }
    const { content } = mergedFrom(plain, typed('A'), typed('B'))
    expect(show(readDocument(content.document))).toBe('The [+A wide +][+B wide +]yard.¶')
  })

  test('of two desks without a version in common holds what both have once', () => {
    const side = { origin: null, at: null }
    const context = { mergeId: 'merge' as VersionId, one: side, other: side, sha256 }
    const other = emptyContent(document('The yard belongs to the firm. So does the quay.'))
    const { content } = mergeReview(null, START, other, context)
    expect(show(readDocument(content.document))).toBe('The yard belongs to the firm. So does the quay.¶')
    expect(mergeReview(null, other, START, context).content).toEqual(content)
  })
})
