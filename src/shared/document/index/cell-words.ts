import type { Node } from 'prosemirror-model'
import type { Tracking } from '../attributes.ts'

type Side = 'inserted' | 'deleted'
/** Of one change on one side: how many rows, and the most single cells that stand in one row. */
type Tally = { rows: number; columns: number; rowsWithCells: number }

function tally(table: Node): ReadonlyMap<string, ReadonlyMap<Side, Tally>> {
  const found = new Map<string, Map<Side, Tally>>()
  const note = (node: Node, add: (tally: Tally) => void) => {
    const tracking = node.attrs['tracking'] as Tracking | null
    for (const [ref, side] of [
      [tracking?.insertion, 'inserted'],
      [tracking?.deletion, 'deleted'],
    ] as const) {
      if (!ref) continue
      const sides = found.get(ref.id) ?? new Map<Side, Tally>()
      found.set(ref.id, sides)
      const known = sides.get(side) ?? { rows: 0, columns: 0, rowsWithCells: 0 }
      sides.set(side, known)
      add(known)
    }
  }
  table.forEach((row) => {
    note(row, (known) => {
      known.rows += 1
    })
    const inRow = new Map<Tally, number>()
    row.forEach((cell) => {
      note(cell, (known) => inRow.set(known, (inRow.get(known) ?? 0) + Number(cell.attrs['colspan'] ?? 1)))
    })
    for (const [known, cells] of inRow) {
      known.columns = Math.max(known.columns, cells)
      known.rowsWithCells += 1
    }
  })
  return found
}

function counted(amount: number, noun: string): string {
  return amount === 1 ? noun : `${String(amount)} ${noun}s`
}

function inWords({ rows, columns, rowsWithCells }: Tally, of: number): string {
  if (rows === of) return 'table'
  if (rows > 0) return counted(rows, 'row')
  return counted(columns, rowsWithCells === 1 && of > 1 ? 'cell' : 'column')
}

/** "row inserted", "2 columns deleted", "table inserted": what each change did to a table, by its id. */
export function describeCells(table: Node): readonly (readonly [id: string, words: string])[] {
  return [...tally(table)].flatMap(([id, sides]) =>
    [...sides].map(([side, known]) => [id, `${inWords(known, table.childCount)} ${side}`] as const),
  )
}
