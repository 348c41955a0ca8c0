import { describe, expect, test } from 'vitest'
import { planMargins } from '../../../../../src/main/export/pdf/margin-plan.ts'
import type { PlacedTag, Places } from '../../../../../src/main/export/pdf/places.ts'

const told = (tags: readonly PlacedTag[], cards: readonly number[] = []): Places => ({
  tags: [...tags],
  sheet: { height: 842, top: 74, foot: 770, left: 100, right: 360 },
  start: { page: 1, y: 200 },
  styles: { body: [10, 15] },
  cards: [...cards],
})
const at = (y: number, page = 1) => ({ page, x: 120, y })
const change = (label: string, y: number, initials = 'IC'): PlacedTag => ({
  kind: 'change',
  label,
  initials,
  hue: 1,
  ...at(y),
})
const from = (y: number, page = 1): PlacedTag => ({ kind: 'from', ...at(y, page) })
const to = (y: number, page = 1): PlacedTag => ({ kind: 'to', ...at(y, page) })

describe('the plan of the margins', () => {
  test('is none where nothing stands in them', () => {
    expect(planMargins(null)).toBeNull()
    expect(planMargins(told([]))).toEqual({})
  })

  test('has one bar for each run of changed lines', () => {
    const plan = planMargins(told([from(300), to(300), from(315), to(330), from(400), to(400)]))
    expect(plan?.['1']?.bars.map(([upper, lower]) => Math.round(lower - upper))).toEqual([45, 15])
  })

  test('leads a bar over the end of a page', () => {
    const plan = planMargins(told([from(740), to(89, 2)]))
    expect(plan?.['1']?.bars[0]?.[1]).toBe(770)
    expect(plan?.['2']?.bars[0]?.[0]).toBe(74)
  })

  test('tells changes of one author that follow one another as a range, and stacks those of others', () => {
    const tags = [change('1', 300), change('2', 300), change('3', 300.2), change('4', 300, 'TR')]
    const rows = planMargins(told(tags))?.['1']?.changes ?? []
    expect(rows.map(({ marks }) => marks.map(({ words, initials }) => `${words} ${initials}`))).toEqual([
      ['1–3 IC'],
      ['4 TR'],
    ])
    expect((rows[1]?.y ?? 0) - (rows[0]?.y ?? 0)).toBeGreaterThan(8)
  })

  test('names two sentences of a line together, and wraps claims that are too many', () => {
    const sentence = (label: string): PlacedTag => ({ kind: 'sentence', label, ...at(300) })
    const claims = Array.from({ length: 9 }, (_, index): PlacedTag => ({
      kind: 'claim',
      label: String(index + 10),
      shape: 'open',
      ...at(300),
    }))
    const page = planMargins(told([sentence('4.2'), sentence('4.3'), ...claims]))?.['1']
    expect(page?.sentences).toEqual([{ y: 300, words: '4.2, 3' }])
    expect(page?.claims.map(({ marks }) => marks.length)).toEqual([4, 4, 1])
  })

  test('puts a card beside its line and under the legend, and leads from its number', () => {
    const comment: PlacedTag = { kind: 'comment', label: 'C1', ...at(190) }
    const ref: PlacedTag = { kind: 'ref', label: 'C1', page: 1, x: 222, y: 205 }
    expect(planMargins(told([comment, ref], [40]))?.['1']?.cards).toEqual([
      { index: 0, top: 200, height: 40, form: 'whole', x: 222, y: 205 },
    ])
  })

  test('names the comments for whose cards there is no room', () => {
    const comments = Array.from({ length: 80 }, (_, index): PlacedTag => ({
      kind: 'comment',
      label: `C${index + 1}`,
      ...at(300),
    }))
    const page = planMargins(
      told(
        comments,
        comments.map(() => 30),
      ),
    )?.['1']
    const shown = page?.cards.length ?? 0
    expect(page?.more?.words).toBe(`C${shown + 1} to C80`)
  })
})
