import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { addAttributes, addMarkChange, addNodeAttributes, addNodes, addReplacement } from './decide-pieces.ts'
import type { Piece } from './decide-pieces.ts'
import { DecideStep } from './decide-step.ts'
import { schema } from '../schema.ts'
import {
  isCellGoing,
  isEmptied,
  isMarkGoing,
  isRowGoing,
  isTableGoing,
  settleBlocks,
  settledState,
} from './settled-nodes.ts'
import { areMarksGoing, settleMarks, settleParagraph } from './settled.ts'
import type { Decision, Verdict } from './settled.ts'
import { paragraphAttrs } from '../tracking-state.ts'

export type { Verdict } from './settled.ts'

type Plan = { readonly pieces: Piece[]; readonly decision: Decision }
/** Blocks of a document, a cell or a note that stand beside each other. `start`: before the first. */
type Stretch = { readonly blocks: readonly Node[]; readonly start: number }

const { table, footnote } = schema.nodes

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((size, block) => size + block.nodeSize, 0)
}

function decideInline(plan: Plan, node: Node, from: number): void {
  const { pieces, decision } = plan
  if (node.marks.length > 0 && areMarksGoing(node.marks, decision)) {
    addReplacement(pieces, from, from + node.nodeSize, Slice.empty)
    return
  }
  const isNote = node.type === footnote
  const settled = settleMarks(node.marks, decision)
  if (settled !== node.marks) {
    addMarkChange(pieces, from, isNote ? from + 1 : from + node.nodeSize, node.marks, settled)
  }
  if (isNote) decideContent(plan, node, from + 1)
}

/** The text of a paragraph, and its ¶ where that stands. */
function decideParagraph(plan: Plan, paragraph: Node, start: number, stands: boolean): void {
  paragraph.forEach((node, offset) => decideInline(plan, node, start + 1 + offset))
  const attrs = paragraphAttrs(paragraph)
  if (stands && (attrs.paragraphMark || attrs.paragraphChange)) {
    addAttributes(plan.pieces, start + paragraph.nodeSize - 1, settleParagraph(attrs, plan.decision))
  }
}

function decideTable(plan: Plan, node: Node, start: number): void {
  const { pieces, decision } = plan
  const remove = (gone: Node, at: number) => addNodes(pieces, at, at + gone.nodeSize, Fragment.empty)
  const settle = (one: Node, at: number) => {
    const attrs = settledState(one, decision)
    if (attrs) addNodeAttributes(pieces, at, attrs)
  }
  if (isTableGoing(node, decision)) {
    remove(node, start)
    return
  }
  settle(node, start)
  node.forEach((row, rowOffset) => {
    const rowStart = start + 1 + rowOffset
    if (isRowGoing(row, decision)) {
      remove(row, rowStart)
      return
    }
    settle(row, rowStart)
    row.forEach((cell, cellOffset) => {
      const cellStart = rowStart + 1 + cellOffset
      if (isCellGoing(cell, decision)) remove(cell, cellStart)
      else {
        settle(cell, cellStart)
        decideContent(plan, cell, cellStart + 1)
      }
    })
  })
}

/** Blocks of which no table that stays comes after a ¶ that goes; the last ¶ stands. */
function decideInPlace(plan: Plan, { blocks, start }: Stretch): void {
  let at = start
  /** The end of the text that runs on into the next paragraph, past tables that go with the ¶. */
  let joinsFrom: number | null = null
  for (const [index, block] of blocks.entries()) {
    const end = at + block.nodeSize
    if (block.type !== table) {
      if (joinsFrom !== null) addReplacement(plan.pieces, joinsFrom, at + 1, Slice.empty)
      const stands = index === blocks.length - 1 || !isMarkGoing(block, plan.decision)
      decideParagraph(plan, block, at, stands)
      joinsFrom = stands ? null : end - 1
    } else if (joinsFrom === null) decideTable(plan, block, at)
    at = end
  }
}

/**
 * Paragraphs that become one, up to the one whose ¶ stands, with tables among them that stay: these then stand before
 * it. Where there was no text before the last such table, its empty lines just go.
 */
function decideAround(plan: Plan, stretch: Stretch): void {
  const { pieces, decision } = plan
  const { blocks, start } = stretch
  const stays = (block: Node) => block.type === table && !isTableGoing(block, decision)
  const lines = blocks.findLastIndex(stays) + 1
  const before = blocks.slice(0, lines)
  if (lines === 0) decideInPlace(plan, stretch)
  else if (before.every((block) => block.type === table || isEmptied(block, decision))) {
    let at = start
    for (const block of before) {
      if (block.type === table) decideTable(plan, block, at)
      else addNodes(pieces, at, at + block.nodeSize, Fragment.empty)
      at += block.nodeSize
    }
    decideInPlace(plan, { blocks: blocks.slice(lines), start: at })
  } else addNodes(pieces, start, start + sizeOf(blocks), settleBlocks(blocks, decision))
}

/** What stands in a document, a cell or a note. `start`: before its first paragraph. */
function decideContent(plan: Plan, container: Node, start: number): void {
  let at = start
  let open: Node[] = []
  let openStart = start
  container.forEach((block, _offset, index) => {
    const isLast = index === container.childCount - 1
    const isTable = block.type === table
    const runsOn = !isLast && (isTable ? open.length > 0 : isMarkGoing(block, plan.decision))
    if (runsOn || open.length > 0) {
      if (open.length === 0) openStart = at
      open.push(block)
      if (!runsOn) {
        decideAround(plan, { blocks: open, start: openStart })
        open = []
      }
    } else if (isTable) decideTable(plan, block, at)
    else decideParagraph(plan, block, at, true)
    at += block.nodeSize
  })
}

/**
 * Accepts or rejects tracked changes, by id. Accepting a deletion or rejecting an insertion really removes the
 * text; a ¶ so removed joins two paragraphs, and the properties of the second stay (as in Word). The last ¶ of the
 * document, of a cell and of a note always stands. A row goes with all that it holds, and with its last cell; a
 * table goes with its last row. Both sides of a move have its id; rejecting it also removes what was put into the
 * moved text, accepting it leaves that open by itself (and what was accepted before the move is
 * decided is text like any other). Every other change stays open under its id. One step; none
 * where there is nothing to decide.
 */
export function decide(doc: Node, ids: ReadonlySet<string> | 'all', verdict: Verdict): Transform {
  const decides = (id: string) => ids === 'all' || ids.has(id)
  const pieces: Piece[] = []
  decideContent({ pieces, decision: { decides, verdict } }, doc, 0)
  const transform = new Transform(doc)
  if (pieces.length > 0) transform.step(new DecideStep(pieces))
  return transform
}
