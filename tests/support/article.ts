import type { Node } from 'prosemirror-model'
import type { CellAttrs, ChangeRef, RowAttrs } from '../../src/shared/document/attributes.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { p } from './document.ts'
import { blobOf } from './random-articles.ts'

/** Tiny builders of tables, notes and pictures, and a one-line picture of what a document says. */

function paragraphs(content: readonly (string | Node)[]): Node[] {
  return content.map((one) => (typeof one === 'string' ? p(one) : one))
}

export function cell(attrs: Partial<CellAttrs>, ...content: readonly (string | Node)[]): Node {
  return schema.node('cell', attrs, paragraphs(content))
}

/** Each cell given as itself or as its text. */
export function row(attrs: Partial<RowAttrs> | null, ...cells: readonly (string | Node)[]): Node {
  return schema.node(
    'row',
    attrs,
    cells.map((one) => (typeof one === 'string' ? cell({}, one) : one)),
  )
}

export function table(...rows: readonly Node[]): Node {
  return schema.node('table', null, [...rows])
}

export function note(...content: readonly (string | Node)[]): Node {
  return schema.node('footnote', null, paragraphs(content))
}

export function image(picture = 1): Node {
  return schema.node('image', { blob: blobOf(picture), alt: 'A dam' })
}

export function insertedAs(id: string, move?: string): Pick<RowAttrs, 'tracking'> {
  return { tracking: { insertion: refOf(id, move) } }
}

export function deletedAs(id: string, move?: string): Pick<RowAttrs, 'tracking'> {
  return { tracking: { deletion: refOf(id, move) } }
}

function refOf(id: string, move?: string): ChangeRef {
  return move === undefined ? { id, author: 'A' } : { id, author: 'A', move }
}

/** `text¶`, `[a¶|b¶;c¶]` for a table of rows and cells, `(note¶)` and `▣` for a picture. */
export function outline(node: Node): string {
  const inside = (between = '') => node.children.map(outline).join(between)
  switch (node.type.name) {
    case 'text':
      return node.text ?? ''
    case 'para':
      return `${inside()}¶`
    case 'table':
      return `[${inside(';')}]`
    case 'row':
      return inside('|')
    case 'footnote':
      return `(${inside()})`
    case 'image':
      return '▣'
    case 'hardBreak':
      return '⏎'
    default:
      return inside()
  }
}
