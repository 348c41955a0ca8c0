import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import type { CellAttrs, TableAttrs } from '../../../shared/document/attributes.ts'
import { cellsOf, readGrid } from '../../../shared/document/table-grid.ts'

/** In CSS pixels; null for a column that takes what is left. */
function columnWidths(table: Node): readonly (number | null)[] {
  const grid = readGrid(table, 0)
  const widths: (number | null)[] = Array.from({ length: grid.width }, () => null)
  for (const { node, column } of cellsOf(grid)) {
    const own = (node.attrs as CellAttrs).colwidth
    own?.forEach((width, index) => {
      if (width > 0) widths[column + index] ??= width
    })
  }
  return widths
}

/** A table as wide as its columns say, in a frame in which it is scrolled where it is wider than the text. */
export class TableView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly columns: HTMLElement
  private node: Node

  constructor(node: Node) {
    this.node = node
    this.dom = document.createElement('div')
    this.dom.className = 'table-frame'
    const table = this.dom.appendChild(document.createElement('table'))
    this.columns = table.appendChild(document.createElement('colgroup'))
    this.contentDOM = table.appendChild(document.createElement('tbody'))
    this.draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    return true
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  private draw(): void {
    this.drawLayoutChange()
    const widths = columnWidths(this.node)
    const columns = widths.map((width) => {
      const column = document.createElement('col')
      if (width !== null) column.style.inlineSize = `${String(width)}px`
      return column
    })
    const isSame =
      columns.length === this.columns.childElementCount &&
      columns.every((column, index) => this.columns.children[index]?.isEqualNode(column))
    if (!isSame) this.columns.replaceChildren(...columns)
  }

  private drawLayoutChange(): void {
    const { layoutChange } = this.node.attrs as TableAttrs
    for (const [name, value] of [
      ['data-layout-change', layoutChange?.id],
      ['data-changed-by', layoutChange?.author],
    ] as const) {
      if (value === undefined) this.dom.removeAttribute(name)
      else this.dom.setAttribute(name, value)
    }
  }
}
