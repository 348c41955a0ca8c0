import { describe, expect, test } from 'vitest'
import { addAnchor } from '../../../../src/shared/document/anchors.ts'
import { readDocument } from '../../../../src/shared/exchange/merge-document.ts'
import type { PersonId } from '../../../../src/shared/model/ids.ts'
import { document, show } from '../../../support/document.ts'
import { waiverRow } from '../../../support/evidence.ts'
import { emptyContent } from '../../../support/exchange-desk.ts'
import { START, mergedFrom, messageRow, threadRow } from '../../../support/exchange-merge.ts'
import type { Side } from '../../../support/exchange-merge.ts'
import { AT, sourceRow } from '../../../support/rows.ts'

const MARA = 'mara' as PersonId
const DOV = 'dov' as PersonId
const nothing: Side = () => ({})

describe('a source', () => {
  test('that became unnamed at one desk keeps nothing that the other said of who it is, in no conflict either', () => {
    const base = { ...START, sources: [sourceRow('s', { kind: 'person', title: 'Petra Sund' })] }
    const hide: Side = () => ({
      sources: [
        sourceRow('s', { kind: 'person', title: 'An employee', onRecord: 'unnamed', updatedAt: AT + 1 }),
      ],
    })
    const tell: Side = () => ({
      sources: [
        sourceRow('s', {
          kind: 'person',
          title: 'Petra Sund, 41',
          url: 'https://sund.example',
          updatedAt: AT + 2,
        }),
      ],
    })
    const { content } = mergedFrom(base, hide, tell)
    expect(content.sources[0]).toMatchObject({ title: 'An employee', onRecord: 'unnamed', url: '' })
    expect(JSON.stringify(content)).not.toMatch(/sund/i)
  })

  test('is attested no more where the other desk made another of it', () => {
    const attestation = { by: DOV, at: AT + 1, reason: 'I have met them.' }
    const base = { ...START, sources: [sourceRow('s', { onRecord: 'unnamed' })] }
    const attest: Side = () => ({ sources: [sourceRow('s', { onRecord: 'unnamed', attestation })] })
    const rename: Side = () => ({ sources: [sourceRow('s', { onRecord: 'unnamed', title: 'An employee' })] })
    expect(mergedFrom(base, attest, nothing).content.sources[0]?.attestation).toEqual(attestation)
    expect(mergedFrom(base, attest, rename).content.sources[0]?.attestation).toBeNull()
  })
})

describe('a comment', () => {
  const base = { ...START, threads: [threadRow('t', { messages: [messageRow('first')] })] }
  const says =
    (...messages: ReturnType<typeof messageRow>[]): Side =>
    () => ({ threads: [threadRow('t', { messages })] })

  test('has the replies of both, by time behind what both had', () => {
    const [late, soon] = [messageRow('late', { at: AT + 9 }), messageRow('soon', { at: AT + 1 })]
    const { content } = mergedFrom(base, says(messageRow('first'), late), says(messageRow('first'), soon))
    expect(content.threads[0]?.messages.map(({ text }) => text)).toEqual(['first', 'soon', 'late'])
  })

  test('that both reworded has the later words, and the others as earlier ones', () => {
    const reworded = (text: string, at: number) =>
      says(messageRow('first', { text, editedAt: at, earlier: [{ text: 'first', until: at }] }))
    const { content } = mergedFrom(base, reworded('one', AT + 1), reworded('two', AT + 2))
    expect(content.threads[0]?.messages[0]).toMatchObject({ text: 'two', editedAt: AT + 2 })
    expect(content.threads[0]?.messages[0]?.earlier.map(({ text }) => text)).toEqual(['first', 'one'])
  })

  test('that a package could not tell of keeps its row and its places', () => {
    const doc = addAnchor(document('The yard.'), 'comment', 'k', [{ from: 1, to: 4 }]).doc
    const whole = {
      ...emptyContent(doc),
      threads: [threadRow('k', { audience: 'legal', target: { kind: 'range' } })],
    }
    const untold: Side = () => ({ threads: [], document: document('The wide yard.').toJSON() as unknown })
    const { content } = mergedFrom(whole, nothing, untold)
    expect(content.threads).toHaveLength(1)
    expect(show(readDocument(content.document))).toBe('«k The» wide yard.¶')
  })
})

describe('what is ended or put back', () => {
  test('a waiver ends with the first end', () => {
    const base = { ...START, waivers: [waiverRow(['R1'], 'desk')] }
    const ended =
      (endedBy: PersonId, endedAt: number): Side =>
      () => ({
        waivers: [waiverRow(['R1'], 'desk', { endedBy, endedAt })],
      })
    expect(mergedFrom(base, ended(MARA, AT + 2), ended(DOV, AT + 1)).content.waivers[0]?.endedBy).toBe(DOV)
    expect(mergedFrom(base, ended(MARA, AT + 2), nothing).content.waivers[0]?.endedBy).toBe(MARA)
  })

  test('a dismissal that was put back is gone', () => {
    const row = { key: 'style-very', words: 'very', rule: 'style', by: DOV, at: AT }
    const base = { ...START, dismissals: [row] }
    expect(mergedFrom(base, () => ({ dismissals: [] }), nothing).content.dismissals).toEqual([])
    const anew: Side = () => ({ dismissals: [{ ...row, at: AT + 1 }] })
    expect(mergedFrom(base, () => ({ dismissals: [] }), anew).content.dismissals).toHaveLength(1)
  })
})
