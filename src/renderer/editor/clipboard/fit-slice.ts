import { Fragment, Slice } from 'prosemirror-model'
import type { Node, NodeType } from 'prosemirror-model'
import { isContainer } from '../../../shared/document/containers.ts'
import { schema } from '../../../shared/document/schema.ts'
import { openSlice } from './open-slice.ts'

/**
 * A slice in the shape in which it can be put into a container: paragraphs, and in the document tables among them,
 * open at its ends only where a paragraph stands. ProseMirror would make any shape fit, and move the text around it
 * into pasted cells to do so.
 */
export function fitSlice(slice: Slice, target: NodeType): Slice {
  const inner = innermost(slice)
  const isDocument = target === schema.nodes.doc
  const isFlat = inner.content.content.some((node) => node.isInline)
  const blocks = isFlat ? inner.content.content : blocksOf(inner.content, isDocument)
  const content = Fragment.fromArray(
    target === schema.nodes.footnote ? blocks.map(withoutNotes) : [...blocks],
  )
  if (isFlat) return new Slice(content, 0, 0)
  const open = (node: Node | null, depth: number) => (node?.isTextblock === true ? Math.min(depth, 1) : 0)
  return openSlice(content, open(content.firstChild, inner.openStart), open(content.lastChild, inner.openEnd))
}

/** Words of one cell or one note come without it. */
function innermost(slice: Slice): Slice {
  let found = slice
  let { content, openStart, openEnd } = slice
  while (openStart > 1 && openEnd > 1 && content.childCount === 1 && content.firstChild) {
    const holder = content.firstChild
    content = holder.content
    openStart -= 1
    openEnd -= 1
    if (isContainer(holder)) found = new Slice(content, openStart, openEnd)
  }
  return found
}

function blocksOf(content: Fragment, withTables: boolean): readonly Node[] {
  return content.content.flatMap((node) => {
    if (node.isTextblock) return [node]
    if (withTables && node.type === schema.nodes.table) return [evened(node)]
    return blocksOf(node.content, false)
  })
}

function widthOf(row: Node): number {
  return row.children.reduce((width, cell) => width + Number(cell.attrs['colspan']), 0)
}

/** A part of a table has rows of different lengths: they are filled up. */
function evened(table: Node): Node {
  if (table.children.some((row) => row.children.some((cell) => Number(cell.attrs['rowspan']) > 1)))
    return table
  const width = Math.max(...table.children.map(widthOf))
  const rows = table.children.map((row) => {
    const missing = Array.from({ length: width - widthOf(row) }, () =>
      schema.nodes.cell.create(null, schema.nodes.para.create()),
    )
    return row.copy(row.content.append(Fragment.fromArray(missing)))
  })
  return table.copy(Fragment.fromArray(rows))
}

/** There is no note in a note: its words stand in the line. */
function withoutNotes(node: Node): Node {
  if (!node.isTextblock) return node
  const inline = node.children.flatMap((child) =>
    child.type === schema.nodes.footnote
      ? child.children.flatMap((paragraph) => withoutNotes(paragraph).children)
      : [child],
  )
  return node.copy(Fragment.fromArray(inline))
}
