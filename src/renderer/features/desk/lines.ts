import type { DeskList, DueGroup } from '../../../shared/model/desk-list.ts'
import { piecesOf, rowAt, rowTops } from '../../ui/row-window.ts'

/** The lines of the table as plain values: a head for each group, and the articles under it, drawn or not. */

/** Heights as desk-table.module.css and article-line.module.css set them, in CSS pixels. */
export const LINE_HEIGHT = 48
export const HEAD_HEIGHT = 40
/** Of the row of column heads, which stays in sight. */
export const COLUMN_HEADS = 37

/** Articles under one head; `group` null where the list has no heads. */
export type Section = {
  readonly group: DueGroup | null
  /** Place of its first article among all, from 0. */
  readonly first: number
  readonly count: number
}

/** What one line of the whole table is. `line`: its place in the table, heads included. */
export type Line =
  | { readonly kind: 'head'; readonly line: number; readonly section: Section }
  | { readonly kind: 'article'; readonly line: number; readonly at: number }
  /** Room for lines that are not mounted. */
  | { readonly kind: 'gap'; readonly line: number; readonly height: number }

export type Table = {
  readonly sections: readonly Section[]
  /** How many lines there are, heads included. */
  readonly lines: number
  /** Top of each line and, last, the height of them all. */
  readonly tops: readonly number[]
  readonly hasHeads: boolean
}

export function tableOf({ groups, total }: Pick<DeskList, 'groups' | 'total'>): Table {
  const hasHeads = groups.length > 0
  let first = 0
  const sections = (hasHeads ? groups : [{ group: null, count: total }]).map(({ group, count }): Section => {
    const section = { group, first, count }
    first += count
    return section
  })
  const heights = sections.flatMap(({ count }) => {
    const lines = Array.from({ length: count }, () => LINE_HEIGHT)
    return hasHeads ? [HEAD_HEIGHT, ...lines] : lines
  })
  return { sections, lines: heights.length, tops: rowTops(heights), hasHeads }
}

/** The line of the table on which the article of that place stands. */
export function lineOf({ sections, hasHeads }: Table, at: number): number {
  if (!hasHeads) return at
  const heads = sections.filter(({ first }) => first <= at).length
  return at + heads
}

/** The line of a section's head. */
function headLine({ sections }: Table, section: Section): number {
  return section.first + sections.indexOf(section)
}

/** Places of the articles between two heights of the table: from the first on, and before the second. */
export function placesIn(
  table: Table,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } {
  const before = (line: number) =>
    table.hasHeads ? line - table.sections.filter((one) => headLine(table, one) < line).length : line
  const last = table.sections.at(-1)
  const total = last === undefined ? 0 : last.first + last.count
  return {
    from: Math.min(total, before(rowAt(table.tops, from))),
    to: Math.min(total, before(rowAt(table.tops, to) + 1)),
  }
}

/**
 * The lines to mount, by section: every head, the articles between two heights, the one at `pinned` (it holds the
 * focus) wherever it stands, and room for the others.
 */
export function mountedLines(
  table: Table,
  from: number,
  to: number,
  pinned: number | null,
): readonly (readonly Line[])[] {
  const heads = new Map(table.hasHeads ? table.sections.map((one) => [headLine(table, one), one]) : [])
  const kept = pinned === null ? [...heads.keys()] : [...heads.keys(), lineOf(table, pinned)]
  const parts: Line[][] = table.hasHeads ? [] : [[]]
  let passed = 0
  for (const piece of piecesOf(table.tops, from, to, kept)) {
    if (piece.kind === 'gap') {
      parts.at(-1)?.push({ kind: 'gap', line: piece.before, height: piece.height })
      continue
    }
    const section = heads.get(piece.index)
    if (section === undefined)
      parts.at(-1)?.push({ kind: 'article', line: piece.index, at: piece.index - passed })
    else {
      passed += 1
      parts.push([{ kind: 'head', line: piece.index, section }])
    }
  }
  return parts
}
