import fc from 'fast-check'
import { expect, test } from 'vitest'
import { piecesOf, rowAt, rowTops, scrollFor } from '../../../../src/renderer/ui/row-window.ts'

const lists = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 })

test('rows and gaps together are as high as the whole list, in its order', () => {
  fc.assert(
    fc.property(
      lists,
      fc.nat(9000),
      fc.nat(900),
      fc.array(fc.nat(80), { maxLength: 3 }),
      (heights, from, room, pinned) => {
        const tops = rowTops(heights)
        let height = 0
        let last = -1
        for (const piece of piecesOf(tops, from, from + room, pinned)) {
          if (piece.kind === 'gap') height += piece.height
          else {
            expect(piece.index).toBeGreaterThan(last)
            last = piece.index
            height += heights[piece.index] ?? 0
          }
        }
        expect(height).toBe(tops.at(-1))
      },
    ),
  )
})

test('every row that meets the window is mounted, and so is the pinned one', () => {
  fc.assert(
    fc.property(
      lists,
      fc.nat(9000),
      fc.integer({ min: 1, max: 900 }),
      fc.nat(80),
      (heights, from, room, pinned) => {
        const tops = rowTops(heights)
        const mounted = piecesOf(tops, from, from + room, [pinned]).flatMap((piece) =>
          piece.kind === 'row' ? [piece.index] : [],
        )
        heights.forEach((height, index) => {
          const top = tops[index] ?? 0
          if (top < from + room && top + height > from) expect(mounted).toContain(index)
        })
        if (pinned < heights.length) expect(mounted).toContain(pinned)
      },
    ),
  )
})

test('of thousands only those near the window are mounted', () => {
  const tops = rowTops(Array.from({ length: 5000 }, () => 60))
  expect(piecesOf(tops, 60_000, 60_900, []).filter((piece) => piece.kind === 'row').length).toBeLessThan(20)
  expect(rowAt(tops, 60_000)).toBe(1000)
})

test('a row is scrolled to as little as needed', () => {
  const tops = rowTops([100, 100, 100, 100, 100])
  expect(scrollFor(tops, 1, 100, 200)).toBe(100)
  expect(scrollFor(tops, 0, 150, 200)).toBe(0)
  expect(scrollFor(tops, 4, 0, 200)).toBe(300)
})
