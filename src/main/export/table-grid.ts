import type { CellSegments, RowSegments } from '../../shared/document/segments.ts'

/** A place of the grid that Word lays a table on. `cell` is null where a cell from above reaches down. */
export type Slot = {
  readonly cell: CellSegments | null
  readonly column: number
  readonly span: number
  readonly merge: 'restart' | 'continue' | null
}
export type Grid = { readonly columns: number; readonly rows: readonly (readonly Slot[])[] }

type Reaching = { readonly column: number; readonly span: number; left: number }

/** Cells that span rows stand in the model once; Word wants a cell for them in each row. */
export function layOut(rows: readonly RowSegments[]): Grid {
  let reaching: Reaching[] = []
  const laid = rows.map(({ cells }, index) => {
    const slots: Slot[] = []
    let column = 0
    const fill = (): void => {
      for (let above = at(reaching, column); above; above = at(reaching, column)) {
        slots.push({ cell: null, column, span: above.span, merge: 'continue' })
        above.left -= 1
        column += above.span
      }
    }
    const fresh: Reaching[] = []
    for (const cell of cells) {
      fill()
      const { colspan: span, rowspan } = cell.attrs
      const left = Math.min(rowspan, rows.length - index) - 1
      slots.push({ cell, column, span, merge: left > 0 ? 'restart' : null })
      if (left > 0) fresh.push({ column, span, left })
      column += span
    }
    fill()
    // A cell from above that this row does not reach ends here.
    const reached = reaching.filter((one) => slots.some((slot) => !slot.cell && slot.column === one.column))
    reaching = [...reached.filter((one) => one.left > 0), ...fresh]
    return slots
  })
  return { columns: Math.max(...laid.map(widthOf)), rows: laid }
}

function at(reaching: readonly Reaching[], column: number): Reaching | undefined {
  return reaching.find((one) => one.column === column && one.left > 0)
}

export function widthOf(slots: readonly Slot[]): number {
  const last = slots.at(-1)
  return last ? last.column + last.span : 0
}
