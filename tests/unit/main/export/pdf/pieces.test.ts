import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutPieces, formatting, stretches } from '../../../../../src/main/export/pdf/pieces.ts'
import type { Edge } from '../../../../../src/main/export/pdf/pieces.ts'
import { readSegments } from '../../../../../src/shared/document/segments.ts'
import type { Segment } from '../../../../../src/shared/document/segments.ts'
import { article, claimed, para, run } from './builders.ts'

function segmentsOf(...parts: Parameters<typeof run>[]): readonly Segment[] {
  const doc = article(para('body', ...parts.map((part) => run(...part))))
  return readSegments(doc)[0]?.segments ?? []
}

const sentence = (at: number): Edge => ({ at, side: 'start', tag: { kind: 'sentence', label: '1.1' } })

describe('cutting a paragraph into pieces', () => {
  test('a mark at the start of words is tied to their first letter', () => {
    expect(cutPieces(segmentsOf(['Nine boats']), [sentence(5)], formatting)).toEqual([
      { text: 'Nine ' },
      { text: 'b', tags: [{ kind: 'sentence', label: '1.1' }] },
      { text: 'oats' },
    ])
  })

  test('where letters join, it is tied to the whole word', () => {
    expect(cutPieces(segmentsOf(['ثم قال.']), [sentence(3)], formatting)).toEqual([
      { text: 'ثم ' },
      { text: 'قال', tags: [{ kind: 'sentence', label: '1.1' }] },
      { text: '.' },
    ])
  })

  test('a claim shows a corner at its first and at its last letter', () => {
    const edges: Edge[] = [
      { at: 0, side: 'start', corner: true },
      { at: 4, side: 'end', corner: true },
    ]
    expect(cutPieces(segmentsOf(['Nine boats']), edges, formatting)).toEqual([
      { text: 'N', open: true },
      { text: 'in' },
      { text: 'e', close: true },
      { text: ' boats' },
    ])
  })

  test('a claim of one letter has both corners', () => {
    const edges: Edge[] = [
      { at: 0, side: 'start', corner: true },
      { at: 1, side: 'end', corner: true },
    ]
    expect(cutPieces(segmentsOf(['9 boats']), edges, formatting)[0]).toEqual({
      text: '9',
      open: true,
      close: true,
    })
  })

  test('whatever the edges, no letter is lost and every mark is kept', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    const edges = fc.array(fc.record({ at: fc.nat(60), side: fc.constantFrom('start', 'end') }))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), edges, (texts, places) => {
        const segments = texts.map((one): Segment => ({ ...EMPTY, text: one }))
        const all = texts.join('')
        const inside = places.filter(({ at, side }) =>
          side === 'start' ? at < all.length : at > 0 && at <= all.length,
        )
        const marks = inside.map(({ at, side }): Edge => ({ ...sentence(at), side }))
        const pieces = cutPieces(segments, marks, formatting)
        expect(pieces.map((piece) => piece.text).join('')).toBe(all)
        expect(pieces.flatMap((piece) => piece.tags ?? []).length).toBe(marks.length)
      }),
    )
  })
})

const EMPTY: Segment = {
  text: '',
  marks: [],
  link: null,
  highlight: null,
  look: null,
  insertion: null,
  deletion: null,
  formatChange: null,
  comments: [],
  claims: [],
}

test('a stretch runs over several segments and leaves out the space around it', () => {
  const segments = segmentsOf(['a'], [' b', claimed('c')], ['c ', claimed('c'), claimed('d')], ['e'])
  expect(stretches(segments, (segment) => segment.claims.includes('c'))).toEqual([{ from: 2, to: 4 }])
})
