import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstFrom, near } from '../../../../src/shared/checks/near.ts'
import { note } from '../../renderer/features/checks/proposals.ts'

const places = fc.array(
  fc.record({ from: fc.nat(400), length: fc.integer({ min: 1, max: 40 }), gone: fc.boolean() }),
  { maxLength: 80 },
)

test('by halving the same are found as by looking at every one, also where words are gone', () => {
  fc.assert(
    fc.property(places, fc.nat(400), fc.nat(60), (some, from, length) => {
      const sorted = some.toSorted((a, b) => a.from - b.from)
      const proposals = sorted.map((_, at) => note({ id: String(at) }))
      const rangeOf = (proposal: { readonly id: string }) => {
        const place = sorted[Number(proposal.id)]
        return place === undefined || place.gone ? null : { from: place.from, to: place.from + place.length }
      }
      const to = from + length
      const every = proposals.filter((proposal) => {
        const range = rangeOf(proposal)
        return range !== null && range.from <= to && range.to >= from
      })
      expect(near(proposals, { from, to }, rangeOf).map(({ proposal }) => proposal)).toEqual(every)
    }),
  )
})

test('the first behind a position is found among thousands by few looks', () => {
  const proposals = Array.from({ length: 5000 }, (_, at) => note({ id: String(at) }))
  let looks = 0
  const rangeOf = ({ id }: { readonly id: string }) => {
    looks += 1
    return { from: Number(id) * 10, to: Number(id) * 10 + 4 }
  }
  expect(firstFrom(proposals, 30_001, rangeOf)).toBe(3001)
  expect(looks).toBeLessThan(20)
})
