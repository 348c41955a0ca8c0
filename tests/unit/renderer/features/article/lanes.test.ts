import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LANES, placeBrackets, pushDown } from '../../../../../src/renderer/features/article/lanes.ts'
import type { Span } from '../../../../../src/renderer/features/article/lanes.ts'

const span = (id: string, top: number, bottom: number): Span => ({ id, top, bottom })
const lanes = (...spans: Span[]) => placeBrackets(spans).map(({ ids, lane }) => `${ids.join('+')}:${lane}`)

describe('brackets', () => {
  test('apart from each other they share the first lane', () => {
    expect(lanes(span('a', 0, 29), span('b', 29, 58))).toEqual(['a:0', 'b:0'])
  })

  test('an overlap takes the first free lane', () => {
    expect(lanes(span('a', 0, 58), span('b', 29, 87), span('c', 58, 87))).toEqual(['a:0', 'b:1', 'c:0'])
  })

  test('past three lanes one bracket stands for all', () => {
    const spans = ['a', 'b', 'c', 'd'].map((id, index) => span(id, index * 5, 100 + index))
    expect(placeBrackets(spans)).toEqual([
      { id: 'a', ids: ['a', 'b', 'c', 'd'], lane: 0, top: 0, bottom: 103 },
    ])
  })

  test('only those share one that stand beside each other where there are too many', () => {
    const many = ['a', 'b', 'c', 'd'].map((id) => span(id, 0, 29))
    expect(lanes(...many, span('e', 0, 58), span('f', 29, 87), span('g', 58, 116))).toEqual([
      'a+b+c+d:0',
      'e:1',
      'f:0',
      'g:1',
    ])
  })

  test('never more than three stand beside each other, none is lost, and no two of a lane meet', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })), { maxLength: 40 })
    fc.assert(
      fc.property(spans, (drawn) => {
        const all = drawn.map(([top, lines], at) => span(`k${at}`, top * 29, (top + lines) * 29))
        const placed = placeBrackets(all)
        expect(placed.flatMap(({ ids }) => ids).sort()).toEqual(all.map(({ id }) => id).sort())
        expect(placed.every(({ lane }) => lane < LANES)).toBe(true)
        for (const [at, one] of placed.entries()) {
          for (const other of placed.slice(at + 1)) {
            if (one.lane === other.lane) expect(one.bottom <= other.top || other.bottom <= one.top).toBe(true)
          }
        }
      }),
    )
  })
})

test('numbers that meet are pushed down by their height', () => {
  expect(pushDown([0, 0, 40, 45], 15)).toEqual([0, 15, 40, 55])
})
