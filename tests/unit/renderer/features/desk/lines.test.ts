import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DUE_GROUPS } from '../../../../../src/shared/model/desk-list.ts'
import {
  HEAD_HEIGHT,
  LINE_HEIGHT,
  lineOf,
  mountedLines,
  placesIn,
  tableOf,
} from '../../../../../src/renderer/features/desk/lines.ts'
import type { Line } from '../../../../../src/renderer/features/desk/lines.ts'

const grouped = tableOf({
  total: 6,
  groups: [
    { group: 'today', count: 2 },
    { group: 'weekend', count: 3 },
    { group: 'later-or-done', count: 1 },
  ],
})

const told = (line: Line) => {
  if (line.kind === 'article') return line.at
  return line.kind === 'head' ? line.section.group : `gap of ${line.height}`
}

describe('the lines of the table', () => {
  test('a list without heads is a line for each article', () => {
    const table = tableOf({ total: 3, groups: [] })
    expect(table.lines).toBe(3)
    expect(mountedLines(table, 0, 900, null).map((part) => part.map(told))).toEqual([[0, 1, 2]])
  })

  test('heads stand before their articles, and are lines themselves', () => {
    expect(grouped.lines).toBe(9)
    expect([0, 1, 2, 4, 5].map((at) => lineOf(grouped, at))).toEqual([1, 2, 4, 6, 8])
    expect(mountedLines(grouped, 0, 9000, null).map((part) => part.map(told))).toEqual([
      ['today', 0, 1],
      ['weekend', 2, 3, 4],
      ['later-or-done', 5],
    ])
  })

  test('every head is kept, and the pinned article, with room for what is not mounted', () => {
    const table = tableOf({
      total: 200,
      groups: [
        { group: 'today', count: 100 },
        { group: 'undated', count: 100 },
      ],
    })
    const parts = mountedLines(table, 0, 2 * LINE_HEIGHT, 150)
    expect(parts.map((part) => part.map(told))).toEqual([
      ['today', 0, 1, `gap of ${98 * LINE_HEIGHT}`],
      ['undated', `gap of ${50 * LINE_HEIGHT}`, 150, `gap of ${49 * LINE_HEIGHT}`],
    ])
  })

  test('an empty list has no lines', () => {
    const table = tableOf({ total: 0, groups: [] })
    expect(mountedLines(table, 0, 900, null)).toEqual([[]])
    expect(placesIn(table, 0, 900)).toEqual({ from: 0, to: 0 })
  })
})

const tables = fc
  .array(fc.record({ group: fc.constantFrom(...DUE_GROUPS), count: fc.integer({ min: 1, max: 40 }) }), {
    maxLength: 6,
  })
  .chain((groups) => {
    const total = groups.reduce((sum, { count }) => sum + count, 0)
    return fc.boolean().map((heads) => tableOf({ total, groups: heads ? groups : [] }))
  })

test('whatever is mounted, the heights add up, each place stands once, and what is in sight is asked for', () => {
  fc.assert(
    fc.property(
      tables,
      fc.integer({ min: 0, max: 9000 }),
      fc.integer({ min: 0, max: 900 }),
      (table, from, room) => {
        const total = table.sections.reduce((sum, { count }) => sum + count, 0)
        const lines = mountedLines(table, from, from + room, total > 0 ? total - 1 : null).flat()
        const heights = lines.map((line) => {
          if (line.kind === 'gap') return line.height
          return line.kind === 'head' ? HEAD_HEIGHT : LINE_HEIGHT
        })
        expect(heights.reduce((sum, height) => sum + height, 0)).toBe(table.tops.at(-1))
        const places = lines.flatMap((line) => (line.kind === 'article' ? line.at : []))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        for (const line of lines) if (line.kind === 'article') expect(lineOf(table, line.at)).toBe(line.line)
        const asked = placesIn(table, from, from + room)
        const inSight = places.filter((at) => {
          const top = table.tops[lineOf(table, at)] ?? 0
          return top + LINE_HEIGHT > from && top <= from + room
        })
        for (const at of inSight) expect(at >= asked.from && at < asked.to).toBe(true)
      },
    ),
  )
})
