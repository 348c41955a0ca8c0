import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlacedChange } from '../../../../../src/renderer/editor/api.ts'
import { changeBars } from '../../../../../src/renderer/features/article/change-bars.ts'

const LINE = 29
type Kind = PlacedChange['kind']

/** A change from one line to another, both counted from 0. */
function on(first: number, last = first, author = 'ic', kind: Kind = 'insertion'): PlacedChange {
  return { id: `${author}${first}`, author, kind, top: first * LINE, bottom: (last + 1) * LINE }
}

const inLines = (changes: readonly PlacedChange[]) =>
  changeBars(changes).map(({ author, look, top, bottom }) => [author, look, top / LINE, bottom / LINE])

test('neighbouring lines of one author have one bar', () => {
  expect(inLines([on(0), on(1, 2), on(2), on(5)])).toEqual([
    ['ic', 'solid', 0, 3],
    ['ic', 'solid', 5, 6],
  ])
})

test('a word that stands a little off its line makes no bar of its own', () => {
  const raised = { ...on(1), top: LINE - 4, bottom: 2 * LINE - 4 }
  expect(changeBars([on(0), on(1), raised])).toHaveLength(1)
})

test('each line is in the hue of its author; two share a line', () => {
  expect(inLines([on(0), on(1, 1, 'tr')])).toEqual([
    ['ic', 'solid', 0, 1],
    ['tr', 'solid', 1, 2],
  ])
  expect(inLines([on(0, 1), on(1, 1, 'tr')])).toEqual([
    ['ic', 'solid', 0, 1.5],
    ['tr', 'solid', 1.5, 2],
  ])
})

test('lines of which only the looks changed are dotted', () => {
  expect(inLines([on(0, 0, 'ic', 'format'), on(1, 1, 'ic', 'format'), on(1)])).toEqual([
    ['ic', 'dotted', 0, 1],
    ['ic', 'solid', 1, 2],
  ])
})

test('a bracket reaches from a joined paragraph to the next', () => {
  expect(inLines([on(2, 2, 'ic', 'join')])).toEqual([['ic', 'join', 2.5, 4]])
})

test('every changed line has its bar, and no two overlap', () => {
  const change = fc
    .tuple(fc.nat(30), fc.nat(3), fc.constantFrom('ic', 'tr', 'mo'))
    .map(([first, more, author]) => on(first, first + more, author))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const bars = [...changeBars(changes)].sort((a, b) => a.top - b.top)
      bars.forEach((bar, at) => expect(bar.top).toBeGreaterThanOrEqual((bars[at - 1]?.bottom ?? 0) - 1e-6))
      const covered = bars.reduce((sum, bar) => sum + bar.bottom - bar.top, 0) / LINE
      const lines = new Set(
        changes.flatMap(({ top, bottom }) =>
          Array.from({ length: (bottom - top) / LINE }, (_, at) => top / LINE + at),
        ),
      )
      expect(covered).toBeCloseTo(lines.size, 6)
    }),
  )
})
