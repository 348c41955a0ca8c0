import type { PlacedTag, Places } from './places.ts'

/** A change bar from one height of a page to another. */
export type Bar = { readonly page: number; readonly from: number; readonly to: number }

/** Above and below the baseline, so that the bars of two lines that follow one another touch. */
const ABOVE = 0.72
const BELOW = 0.28
const TOUCHING = 1

/** The lines of each change, from page to page. */
function linesOf(tags: readonly PlacedTag[], { sheet, styles }: Places): readonly Bar[] {
  const [, pitch] = styles['body'] ?? [10, 15]
  const bars: Bar[] = []
  let start: PlacedTag | null = null
  for (const tag of tags) {
    if (tag.kind === 'from') start = tag
    if (tag.kind !== 'to' || start === null) continue
    for (let page = start.page; page <= tag.page; page += 1) {
      bars.push({
        page,
        from: page === start.page ? start.y - ABOVE * pitch : sheet.top,
        to: page === tag.page ? tag.y + BELOW * pitch : sheet.foot,
      })
    }
    start = null
  }
  return bars
}

/** One bar for each run of changed lines, whatever number of changes it holds. */
export function changeBars(tags: readonly PlacedTag[], places: Places): readonly Bar[] {
  const sorted = linesOf(tags, places).toSorted((a, b) => a.page - b.page || a.from - b.from)
  const runs: { page: number; from: number; to: number }[] = []
  for (const bar of sorted) {
    const last = runs.at(-1)
    if (last?.page === bar.page && bar.from <= last.to + TOUCHING) last.to = Math.max(last.to, bar.to)
    else runs.push({ ...bar })
  }
  return runs
}
