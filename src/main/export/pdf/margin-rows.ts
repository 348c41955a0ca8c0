import type { PlacedTag } from './places.ts'

/** Small marks that stand beside the line where what they speak of begins. */

export type MarkRow<T> = { readonly y: number; readonly marks: readonly T[] }

/** From one row of marks to the next, where a line has more beside it than fits. */
const PITCH = 8.5

/** Tags of one page, by the line that they stand in. */
export function byLine<T extends PlacedTag>(tags: readonly T[]): readonly MarkRow<T>[] {
  const lines = Map.groupBy(tags, ({ y }) => Math.round(y))
  return [...lines.values()]
    .map((marks) => ({ y: marks[0]?.y ?? 0, marks }))
    .toSorted((one, other) => one.y - other.y)
}

/** Cuts rows that are too wide in several, and pushes down what would stand on another row. */
export function stacked<T>(
  rows: readonly MarkRow<T>[],
  widthOf: (mark: T) => number,
  room: number,
): readonly MarkRow<T>[] {
  let free = -Infinity
  return rows.flatMap(({ y, marks }) =>
    filled(marks, widthOf, room).map((part) => {
      const at = Math.max(y, free)
      free = at + PITCH
      return { y: at, marks: part }
    }),
  )
}

function filled<T>(
  marks: readonly T[],
  widthOf: (mark: T) => number,
  room: number,
): readonly (readonly T[])[] {
  const rows: T[][] = []
  let width = Infinity
  for (const mark of marks) {
    const own = widthOf(mark)
    if (width + own > room) {
      rows.push([mark])
      width = own
    } else {
      rows.at(-1)?.push(mark)
      width += own
    }
  }
  return rows
}
