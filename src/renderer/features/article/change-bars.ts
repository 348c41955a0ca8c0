import type { ChangeKind } from '../../../shared/model/change.ts'
import type { PlacedChange } from '../../editor/api.ts'

/**
 * What stands in the gutter beside a run of changed lines. `dotted`: only the looks of the words have changed; `join`:
 * a bracket from a line whose ¶ is deleted to the one that follows it. CSS pixels.
 */
export type ChangeBar = {
  readonly author: string
  readonly look: 'solid' | 'dotted' | 'join'
  readonly top: number
  readonly bottom: number
}

/** Edges nearer than this are of one line: superscripts and signs stand a little off it. */
const SLACK = 6

const DOTTED: ReadonlySet<ChangeKind> = new Set(['format', 'paragraph', 'layout'])

/** Every edge, and the first of those that are one line's with it. */
function snap(changes: readonly PlacedChange[]): ReadonlyMap<number, number> {
  const edges = changes.flatMap(({ top, bottom }) => [top, bottom]).sort((a, b) => a - b)
  const lines = new Map<number, number>()
  let first = -Infinity
  for (const edge of edges) {
    if (edge - first > SLACK) first = edge
    lines.set(edge, first)
  }
  return lines
}

/** Several authors of one line share its height, in the order of the text. */
function barsBetween(top: number, bottom: number, here: readonly PlacedChange[]): readonly ChangeBar[] {
  const authors = Map.groupBy(here, (change) => change.author)
  const height = (bottom - top) / authors.size
  return [...authors].map(([author, own], at) => ({
    author,
    look: own.every((change) => DOTTED.has(change.kind)) ? 'dotted' : 'solid',
    top: top + at * height,
    bottom: top + (at + 1) * height,
  }))
}

function joinBar({ author, top, bottom }: PlacedChange): ChangeBar {
  const line = bottom - top
  // Half a line lies between two paragraphs: it reaches the middle of the next one's first line.
  return { author, look: 'join', top: top + line / 2, bottom: bottom + line }
}

/** One bar for each run of neighbouring lines that one author changed; nothing overlaps but the brackets. */
export function changeBars(changes: readonly PlacedChange[]): readonly ChangeBar[] {
  const marks = changes.filter((change) => change.kind !== 'join')
  const lines = snap(marks)
  const edges = [...new Set(lines.values())]
  const at = (edge: number) => lines.get(edge) ?? edge
  const bars: ChangeBar[] = []
  edges.slice(1).forEach((bottom, index) => {
    const top = edges[index] ?? bottom
    const here = marks.filter((mark) => at(mark.top) <= top && at(mark.bottom) >= bottom)
    for (const bar of barsBetween(top, bottom, here)) {
      const last = bars.at(-1)
      const goesOn = last?.bottom === bar.top && last.author === bar.author && last.look === bar.look
      if (goesOn) bars[bars.length - 1] = { ...last, bottom: bar.bottom }
      else bars.push(bar)
    }
  })
  return [...bars, ...changes.filter((change) => change.kind === 'join').map(joinBar)]
}
