import { describe, expect, test } from 'vitest'
import { placeBrackets, pushDown } from '../../../../../src/renderer/features/article/lanes.ts'
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
})

test('numbers that meet are pushed down by their height', () => {
  expect(pushDown([0, 0, 40, 45], 15)).toEqual([0, 15, 40, 55])
})
