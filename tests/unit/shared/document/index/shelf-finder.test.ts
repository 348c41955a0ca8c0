import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shelfFinder } from '../../../../../src/shared/document/index/shelf-finder.ts'

test('many are found where few are: on the first shelf that holds them', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const shelf = fc.array(id).map((ids) => ({ spots: new Map(ids.map((one) => [one, []])) }))
  fc.assert(
    fc.property(fc.array(shelf), id, (shelves, wanted) => {
      expect(shelfFinder(shelves, 1000)(wanted)).toBe(shelfFinder(shelves, 1)(wanted))
    }),
  )
})
