import { array, assert, integer, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeCards } from '../../../../../src/renderer/features/article/place-cards.ts'
import type { CardBox } from '../../../../../src/renderer/features/article/place-cards.ts'

const card = (id: string, wanted: number, height: number): CardBox => ({ id, wanted, height })

describe('margin cards', () => {
  test('stand on their lines while there is room', () => {
    expect([...placeCards([card('a', 10, 20), card('b', 60, 20)], null, 4, 0)]).toEqual([
      ['a', 10],
      ['b', 60],
    ])
  })

  test('the active one keeps its line and pushes the others both ways', () => {
    const cards = [card('a', 90, 40), card('b', 100, 40), card('c', 110, 40)]
    expect(Object.fromEntries(placeCards(cards, 'b', 4, 0))).toEqual({ a: 56, b: 100, c: 144 })
  })

  test('the active one gives way when there is no room above', () => {
    const cards = [card('a', 0, 40), card('b', 10, 40)]
    expect(Object.fromEntries(placeCards(cards, 'b', 4, 0))).toEqual({ a: 0, b: 44 })
  })

  test('never overlap, whatever is active', () => {
    const boxes = array(record({ wanted: nat(500), height: integer({ min: 1, max: 200 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    assert(
      property(boxes, nat(11), (raw, chosen) => {
        const cards = raw
          .toSorted((one, other) => one.wanted - other.wanted)
          .map((box, index) => ({ id: String(index), ...box }))
        const tops = placeCards(cards, String(chosen % cards.length), 4, 0)
        cards.reduce((free, { id, height }) => {
          const top = tops.get(id) ?? -1
          expect(top).toBeGreaterThanOrEqual(free)
          return top + height + 4
        }, 0)
      }),
    )
  })
})
