import { holderOf } from '../around.ts'
import type { CreateRule } from '../rule.ts'
import { valueOf } from '../walk.ts'

type Row = { cells: number; columns: number }
type Table = { hasGrid: boolean; columns: number; row: Row }

const newRow = (): Row => ({ cells: 0, columns: 0 })

/** Rows without cells, cells that do not end with a paragraph, and tables whose grid is missing or too narrow. */
export const createTables: CreateRule = (report) => {
  const tables: Table[] = []
  /** Of each open cell: what its last block is. */
  const cells: { last: string }[] = []
  const endsCell = (name: string) => (frame: Parameters<typeof holderOf>[0]) => {
    const cell = cells.at(-1)
    if (cell && holderOf(frame)?.name === 'w:tc') cell.last = name
  }
  const count = (frame: Parameters<typeof valueOf>[0]): number => Number(valueOf(frame, 'w:val') ?? 0) || 0
  const widen = (frame: Parameters<typeof valueOf>[0], less: number): void => {
    const table = tables.at(-1)
    if (table) table.row.columns += count(frame) - less
  }
  return {
    open: {
      'w:tbl': () => tables.push({ hasGrid: false, columns: 0, row: newRow() }),
      'w:tblGrid': (frame) => {
        const table = tables.at(-1)
        if (table && frame.parent?.name === 'w:tbl') table.hasGrid = true
      },
      'w:gridCol': (frame) => {
        const table = tables.at(-1)
        if (table && frame.parent?.parent?.name === 'w:tbl') table.columns += 1
      },
      'w:tr': () => {
        const table = tables.at(-1)
        if (table) table.row = newRow()
      },
      'w:tc': () => {
        const row = tables.at(-1)?.row
        if (row) Object.assign(row, { cells: row.cells + 1, columns: row.columns + 1 })
        cells.push({ last: '' })
      },
      'w:gridSpan': (frame) => {
        if (frame.parent?.parent?.name === 'w:tc') widen(frame, 1)
      },
      'w:gridBefore': (frame) => {
        if (frame.parent?.parent?.name === 'w:tr') widen(frame, 0)
      },
      'w:p': endsCell('w:p'),
    },
    close: {
      'w:tc': (_, part) => {
        if (cells.pop()?.last !== 'w:p') report('cell-without-end', part, 'w:tc')
      },
      'w:tr': (_, part) => {
        const table = tables.at(-1)
        if (!table) return
        const { cells: inRow, columns } = table.row
        if (inRow === 0) report('row-without-cell', part, 'w:tr')
        if (table.hasGrid && columns > table.columns) {
          report('table-grid', part, `${columns} columns in a grid of ${table.columns}`)
        }
      },
      'w:tbl': (frame, part) => {
        if (tables.pop()?.hasGrid === false) report('table-grid', part, 'w:tbl without w:tblGrid')
        endsCell('w:tbl')(frame)
      },
    },
  }
}
