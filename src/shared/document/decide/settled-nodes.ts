import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { CellAttrs, RowAttrs, TableAttrs } from '../attributes.ts'
import type { NodeState } from './decide-pieces.ts'
import { createFlatWriter } from './flat-text.ts'
import { schema } from '../schema.ts'
import { areMarksGoing, goes, settleLayout, settleMarks, settleParagraph, settleTracking } from './settled.ts'
import type { Decision } from './settled.ts'
import { paragraphAttrs } from '../tracking-state.ts'

/** What a decision makes of whole nodes, built anew: for readings of the text, and where pieces cannot tell it. */

function trackingOf(rowOrCell: Node) {
  return (rowOrCell.attrs as RowAttrs | CellAttrs).tracking
}

function isGoing(rowOrCell: Node, decision: Decision): boolean {
  const tracking = trackingOf(rowOrCell)
  return tracking !== null && goes(tracking, decision)
}

export function isCellGoing(cell: Node, decision: Decision): boolean {
  return isGoing(cell, decision)
}

/** A row goes also with its last cell. */
export function isRowGoing(row: Node, decision: Decision): boolean {
  return isGoing(row, decision) || row.children.every((cell) => isGoing(cell, decision))
}

/** A table goes with its last row. */
export function isTableGoing(table: Node, decision: Decision): boolean {
  return table.children.every((row) => isRowGoing(row, decision))
}

/** Where a ¶ goes, its text runs on into the next paragraph, whose properties stay, as in Word. */
export function isMarkGoing(paragraph: Node, decision: Decision): boolean {
  const { paragraphMark } = paragraphAttrs(paragraph)
  return paragraphMark !== null && goes(paragraphMark, decision)
}

/** What changes of the state of a table, a row or a cell that stays; undefined where it keeps the one that it has. */
export function settledState(node: Node, decision: Decision): NodeState | undefined {
  const layout = settleLayout(node.attrs as TableAttrs, decision)
  if (node.type === schema.nodes.table) return layout.layoutChange === undefined ? undefined : layout
  const tracking = trackingOf(node)
  const settled = settleTracking(tracking, decision)
  if (settled !== tracking) return { ...layout, tracking: settled }
  return layout.layoutChange === undefined ? undefined : layout
}

/** A table, a row or a cell. */
function settleFrame(node: Node, content: Fragment, decision: Decision): Node {
  const state = settledState(node, decision)
  return state ? node.type.create({ ...node.attrs, ...state }, content) : node.copy(content)
}

function settleTable(table: Node, decision: Decision): Node {
  const rows = table.children
    .filter((row) => !isRowGoing(row, decision))
    .map((row) => {
      const cells = row.children
        .filter((cell) => !isCellGoing(cell, decision))
        .map((cell) => settleFrame(cell, settleBlocks(cell.children, decision), decision))
      return settleFrame(row, Fragment.fromArray(cells), decision)
    })
  return settleFrame(table, Fragment.fromArray(rows), decision)
}

/** Null where it goes. A note that stays is decided inside too. */
function settleInline(node: Node, decision: Decision): Node | null {
  if (areMarksGoing(node.marks, decision)) return null
  const marks = settleMarks(node.marks, decision)
  if (node.type !== schema.nodes.footnote) return node.mark(marks)
  return node.copy(settleBlocks(node.children, decision)).mark(marks)
}

/** Paragraphs and tables in a row, the last a paragraph, whose ¶ stands whatever is said of it. */
export function settleBlocks(blocks: readonly Node[], decision: Decision): Fragment {
  const writer = createFlatWriter()
  for (const [index, block] of blocks.entries()) {
    if (block.type === schema.nodes.table) {
      if (!isTableGoing(block, decision)) writer.block(settleTable(block, decision))
      continue
    }
    for (const node of block.children) {
      const settled = settleInline(node, decision)
      if (settled) writer.inline(settled)
    }
    const isLast = index === blocks.length - 1
    if (!isLast && isMarkGoing(block, decision)) continue
    const attrs = paragraphAttrs(block)
    writer.newMark({ ...attrs, ...settleParagraph(attrs, decision) })
  }
  return writer.content()
}

/** Whether anything is left of the text and the atoms of a paragraph. */
export function isEmptied(paragraph: Node, decision: Decision): boolean {
  return paragraph.children.every((node) => areMarksGoing(node.marks, decision))
}
