import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ChangeRef } from '../attributes.ts'
import { isOwn, trackingOf } from './own-insertion.ts'
import { isBy } from './runs.ts'
import { addMark, remove } from './rewrite.ts'
import type { Rewrite } from './rewrite.ts'
import { schema } from '../schema.ts'
import { insertedMarks } from './tracked-content.ts'
import type { ContentContext } from './tracked-content.ts'
import { deletionOf, paragraphAttrs, propertiesOf } from '../tracking-state.ts'

/** What becomes of rows and cells that an edit took away or brought. Their words share the fate of what they stand in. */

/** A row or a cell that its author takes back. */
export function isOwnInsertion(node: Node, author: string): boolean {
  return isBy(trackingOf(node).insertion, author) && isOwn(node, author)
}

/** Notes every text and inner ¶ of a row or a cell as deleted, where nobody has before. */
function markContentDeleted(rewrite: Rewrite, node: Node, before: number, deletion: ChangeRef): void {
  if (node.isInline) {
    if (deletionOf(node.marks)) return
    addMark(rewrite, node, before, before + node.nodeSize, schema.mark('deletion', deletion))
    return
  }
  node.forEach((child, offset, index) => {
    const at = before + 1 + offset
    markContentDeleted(rewrite, child, at, deletion)
    if (!child.isTextblock || index === node.childCount - 1) return
    const mark = paragraphAttrs(child).paragraphMark
    if (mark?.deletion) return
    rewrite.attributes.push({ position: at, name: 'paragraphMark', value: { ...mark, deletion } })
  })
}

/** Plans what becomes of a row or a cell that the edit took away. True when it really goes. */
export function planDeleted(
  rewrite: Rewrite,
  node: Node,
  before: number,
  deletion: () => ChangeRef,
  author: string,
): boolean {
  if (isOwnInsertion(node, author)) {
    remove(rewrite, before, before + node.nodeSize, true)
    return true
  }
  const tracking = trackingOf(node)
  if (!tracking.deletion) {
    rewrite.attributes.push({
      position: before,
      name: 'tracking',
      value: { ...tracking, deletion: deletion() },
    })
  }
  markContentDeleted(rewrite, node, before, tracking.deletion ?? deletion())
  return false
}

export function isOwnTable(table: Node, author: string): boolean {
  return table.children.every((row) => isOwnInsertion(row, author))
}

/** The same of a table that is kept, row by row. */
export function planDeletedTable(
  rewrite: Rewrite,
  table: Node,
  before: number,
  deletion: () => ChangeRef,
  author: string,
): void {
  table.forEach((row, offset) => void planDeleted(rewrite, row, before + 1 + offset, deletion, author))
}

function insertedParagraph(
  paragraph: Node,
  insertion: ChangeRef,
  isLast: boolean,
  carried: ReadonlySet<string>,
): Node {
  const properties = propertiesOf(paragraphAttrs(paragraph))
  const content = paragraph.children.map((node) => insertedInline(node, insertion, [], carried))
  const paragraphMark = isLast ? null : { insertion }
  return schema.nodes.para.create({ ...properties, paragraphMark, paragraphChange: null }, content)
}

function insertedContainer(container: Node, insertion: ChangeRef, carried: ReadonlySet<string>): Fragment {
  const last = container.childCount - 1
  return Fragment.fromArray(
    container.children.map((paragraph, index) =>
      insertedParagraph(paragraph, insertion, index === last, carried),
    ),
  )
}

/** New text, or an atom; a note with all that it holds. */
export function insertedInline(
  node: Node,
  insertion: ChangeRef,
  anchors: Parameters<typeof insertedMarks>[2],
  carried: ReadonlySet<string>,
): Node {
  const marked = node.mark(insertedMarks(node, insertion, anchors, carried))
  return node.type === schema.nodes.footnote
    ? marked.copy(insertedContainer(node, insertion, carried))
    : marked
}

/** A new table, row or cell, free of anybody's tracking. A table and a row are inserted by rows, a cell by itself. */
export function insertedCells(
  node: Node,
  insertion: ChangeRef,
  carried: ReadonlySet<string>,
  isOuter = true,
): Node {
  const { table, row, cell } = schema.nodes
  if (node.type === cell) {
    const attrs = { ...node.attrs, tracking: isOuter ? { insertion } : null, layoutChange: null }
    return cell.create(attrs, insertedContainer(node, insertion, carried))
  }
  const isRow = node.type === row
  const content = node.children.map((child) => insertedCells(child, insertion, carried, !isRow))
  const attrs = { ...node.attrs, layoutChange: null }
  return isRow ? row.create({ ...attrs, tracking: { insertion } }, content) : table.create(attrs, content)
}

/** The context of what is edited within a row, a cell or a note: text belongs to the author's own insertion of it. */
export function within(context: ContentContext, insertion: ChangeRef | undefined): ContentContext {
  if (!insertion) return context
  return { ...context, surrounding: isBy(insertion, context.author) ? insertion : null }
}
