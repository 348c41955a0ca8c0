import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packCards } from '../../../../../src/main/export/pdf/margin-cards.ts'
import type { CardWish, Margin } from '../../../../../src/main/export/pdf/margin-cards.ts'

const MARGIN: Margin = { top: 70, foot: 770, gap: 2, line: 10 }

const wish = fc.record({
  at: fc.double({ min: 0, max: 900, noNaN: true }),
  height: fc.integer({ min: 5, max: 900 }),
})
const wishes = fc
  .array(wish, { maxLength: 120 })
  .map((all): readonly CardWish[] => all.toSorted((a, b) => a.at - b.at))

describe('packing cards', () => {
  test('none overlaps, none leaves the page, the order is kept, and every one is there or counted', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const { cards, left } = packCards(all, MARGIN)
        expect(cards.length + left).toBe(all.length)
        let free = MARGIN.top
        for (const { top, height } of cards) {
          expect(top).toBeGreaterThanOrEqual(free - 1e-6)
          free = top + height + MARGIN.gap
        }
        const end = left > 0 ? MARGIN.foot - MARGIN.line : MARGIN.foot + MARGIN.gap
        if (cards.length > 0) expect(free).toBeLessThanOrEqual(end + 1e-6)
      }),
    )
  })

  test('a card is whole unless the page is full, and then the last ones are cut first', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const { cards, left } = packCards(all, MARGIN)
        const needed = all.reduce((sum, { height }) => sum + Math.max(height, MARGIN.line) + MARGIN.gap, 0)
        const fits = left === 0 && needed <= MARGIN.foot - MARGIN.top + MARGIN.gap
        if (fits) expect(cards.every(({ form }) => form === 'whole')).toBe(true)
        const cut = cards.findIndex(({ form }) => form === 'line')
        const after = cut === -1 ? [] : cards.slice(cut)
        expect(after.every(({ height }) => height === MARGIN.line)).toBe(true)
      }),
    )
  })

  test('a card alone stands where it wishes, and is pulled up from the foot', () => {
    expect(packCards([{ at: 200, height: 40 }], MARGIN).cards).toEqual([
      { top: 200, height: 40, form: 'whole' },
    ])
    expect(packCards([{ at: 760, height: 40 }], MARGIN).cards).toEqual([
      { top: 730, height: 40, form: 'whole' },
    ])
  })

  test('of two at one line the second stands under the first', () => {
    const tops = packCards(
      [
        { at: 100, height: 30 },
        { at: 100, height: 30 },
      ],
      MARGIN,
    ).cards.map(({ top }) => top)
    expect(tops).toEqual([100, 132])
  })

  test('where not even lines fit, the last are counted', () => {
    const all = Array.from({ length: 80 }, () => ({ at: 100, height: 30 }))
    const { cards, left } = packCards(all, MARGIN)
    expect(cards.length + left).toBe(80)
    expect(left).toBeGreaterThan(0)
  })
})
