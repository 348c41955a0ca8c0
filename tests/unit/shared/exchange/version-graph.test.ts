import { describe, expect, test } from 'vitest'
import { mergeIdOf } from '../../../../src/shared/exchange/merge-ids.ts'
import { commonAncestors, relationOf } from '../../../../src/shared/exchange/version-graph.ts'
import { sha256 } from '../../../support/exchange-desk.ts'

/** `a: ['o']`: a was made from o. */
const graphOf = (parents: Record<string, readonly string[]>) => new Map(Object.entries(parents))

describe('versions of two desks', () => {
  const line = graphOf({ o: [], a: ['o'], b: ['a'], c: ['a'] })

  test('stand to each other as they were made', () => {
    expect(relationOf(line, 'b', 'b')).toBe('same')
    expect(relationOf(line, 'b', 'o')).toBe('ahead')
    expect(relationOf(line, 'o', 'b')).toBe('behind')
    expect(relationOf(line, 'b', 'c')).toBe('apart')
  })

  test('have the last common one in common, and none of those before it', () => {
    expect(commonAncestors(line, 'b', 'c')).toEqual(['a'])
    expect(commonAncestors(line, 'b', 'a')).toEqual(['a'])
  })

  test('have several where both merged what they sent each other at the same time', () => {
    const crossed = graphOf({
      o: [],
      a: ['o'],
      b: ['o'],
      a2: ['a'],
      b2: ['b'],
      m: ['a2', 'b'],
      n: ['b2', 'a'],
    })
    expect(commonAncestors(crossed, 'm', 'n')).toEqual(['a', 'b'])
    expect(commonAncestors(crossed, 'n', 'm')).toEqual(['a', 'b'])
  })

  test('have none where they are of different origin, or the common one is not known', () => {
    expect(commonAncestors(graphOf({ a: [], b: [] }), 'a', 'b')).toEqual([])
    expect(commonAncestors(graphOf({ a: ['lost'], b: ['lost'] }), 'a', 'b')).toEqual([])
  })

  test('give their merge the same id, whoever makes it', () => {
    const id = mergeIdOf('b', 'c', sha256)
    expect(mergeIdOf('c', 'b', sha256)).toBe(id)
    expect(mergeIdOf('b', 'a', sha256)).not.toBe(id)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
