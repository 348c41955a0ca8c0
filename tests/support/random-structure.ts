import { Fragment, Slice } from 'prosemirror-model'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { ReplaceAroundStep, ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import { containerAround } from '../../src/shared/document/containers.ts'
import { project } from '../../src/shared/document/projection.ts'
import { schema } from '../../src/shared/document/schema.ts'
import { cellsOf, isRowEdge, readGrid } from '../../src/shared/document/table-grid.ts'
import { isMarkDeleted } from '../../src/shared/document/tracking-state.ts'
import { ownerIndex } from '../../src/shared/document/visible-paragraph.ts'
import { isGoing } from './live-containers.ts'
import { blobOf, preservedOf } from './random-articles.ts'
import { keyOf, lookMark } from './random-document.ts'

/** Random edits of tables, pictures and notes, and moves: what a random edit of text does not do. */

export const STRUCTURE_KINDS = [
  'addTable',
  'removeTable',
  'addRow',
  'removeRow',
  'addColumn',
  'removeColumn',
  'addAtom',
  'move',
  'wrapInTable',
] as const
/** Of what came in with a Word file. */
export const KEPT_KINDS = ['addKept', 'look', 'layout'] as const
export type StructureKind = (typeof STRUCTURE_KINDS)[number] | (typeof KEPT_KINDS)[number]
type StructureEdit = { readonly kind: StructureKind; readonly choice: number }

export type Place = {
  /** Positions in the document edited, smaller first; in one container. */
  readonly from: number
  readonly to: number
  /** Somewhere before both, for a second edit in the same transaction. */
  readonly earlier: number
}

export function isStructureKind(kind: string): kind is StructureKind {
  return [...STRUCTURE_KINDS, ...KEPT_KINDS].some((one) => one === kind)
}

type CellPlace = {
  readonly $at: ResolvedPos
  readonly depth: number
  readonly table: Node
  readonly row: Node
  /** Index of the cell among those of its row that are not deleted. */
  readonly column: number
}

function liveChildren(node: Node): Node[] {
  return node.children.filter((child) => !isGoing(child))
}

function cellAround(doc: Node, position: number): CellPlace | null {
  const $at = doc.resolve(position)
  for (let depth = $at.depth; depth > 1; depth--) {
    if ($at.node(depth).type !== schema.nodes.cell) continue
    const row = $at.node(depth - 1)
    const column = liveChildren(row).indexOf($at.node(depth))
    return { $at, depth, table: $at.node(depth - 2), row, column }
  }
  return null
}

/** Places of the live cells of that number, in the live rows that have as many. */
function columnCells({ $at, depth, table, column }: CellPlace): { at: number; cell: Node }[] {
  const cells: { at: number; cell: Node }[] = []
  table.forEach((row, rowOffset) => {
    if (isGoing(row)) return
    let live = 0
    row.forEach((cell, offset) => {
      if (isGoing(cell)) return
      if (live === column) cells.push({ at: $at.start(depth - 2) + rowOffset + 1 + offset, cell })
      live += 1
    })
  })
  return cells
}

function blockIndex(doc: Node, place: Place) {
  const { node: container, depth, start } = containerAround(doc, place.from)
  return { container, start, depth, index: doc.resolve(place.from).index(depth) }
}

/** The paragraphs that a move exchanges stand side by side, whole, in the middle of a container. */
function canMove(doc: Node, place: Place): boolean {
  const { container, index } = blockIndex(doc, place)
  const next = container.maybeChild(index + 1)
  if (next?.isTextblock !== true || index + 2 >= container.childCount) return false
  const before = container.children.slice(0, index).findLast((block) => block.isTextblock)
  const stands = [before, container.child(index), next].every((block) => !block || !isMarkDeleted(block))
  return stands && container.child(index + 2).isTextblock
}

function holdsDeleted(node: Node): boolean {
  return isGoing(node) || (node.isTextblock && isMarkDeleted(node)) || node.children.some(holdsDeleted)
}

/** Words that come to stand in a table are new there; of deleted ones only a command could leave out what is deleted. */
function canWrap(doc: Node, place: Place): boolean {
  const { container, depth, index } = blockIndex(doc, place)
  const block = container.child(index)
  const before = container.children.slice(0, index).findLast((one) => one.isTextblock)
  const isWhole = !holdsDeleted(block) && !(before && isMarkDeleted(before))
  return depth === 0 && index < container.childCount - 1 && isWhole
}

/** Whether no cell reaches over the row's upper edge, or `by` rows below it: the commands leave such rows alone. */
function isEdge({ $at, depth, table }: CellPlace, by: number): boolean {
  return isRowEdge(readGrid(table, 0), $at.index(depth - 2) + by)
}

function hasSpans(table: Node): boolean {
  return cellsOf(readGrid(table, 0)).some(({ width, height }) => width > 1 || height > 1)
}

export function fitsStructure(doc: Node, { kind, choice }: StructureEdit, place: Place): boolean {
  const cell = cellAround(doc, place.from)
  switch (kind) {
    case 'addTable': {
      const { container, depth, index } = blockIndex(doc, place)
      if (depth > 0) return false
      const before = choice % 2 ? index : index + 1
      const last = container.children.slice(0, before).findLast((block) => block.isTextblock)
      return before < container.childCount && !(last && isMarkDeleted(last))
    }
    case 'removeTable':
    case 'layout':
      return cell !== null
    case 'addRow':
      return cell !== null && isEdge(cell, choice % 2 ? 0 : 1)
    case 'removeRow':
      return cell !== null && isEdge(cell, 0) && isEdge(cell, 1) && liveChildren(cell.table).length > 1
    case 'addColumn':
      return cell !== null && !hasSpans(cell.table)
    case 'removeColumn':
      return (
        cell !== null &&
        !hasSpans(cell.table) &&
        liveChildren(cell.table).every((row) => liveChildren(row).length > 1)
      )
    case 'addAtom':
    case 'addKept':
    case 'look':
      return true
    case 'move':
      return canMove(doc, place)
    case 'wrapInTable':
      return canWrap(doc, place)
  }
}

function paragraph(text: string): Node {
  return schema.node('para', null, text === '' ? [] : [schema.text(text)])
}

function newCell(choice: number, dirty: boolean): Node {
  const ref = { id: 'foreign', author: 'Z' }
  const tracking = dirty && choice % 3 === 0 ? { insertion: ref } : null
  const marks = dirty && choice % 4 === 0 ? [schema.mark('deletion', ref)] : []
  const words = choice % 5 === 0 ? [] : [schema.text('ab', marks)]
  const first = schema.node('para', null, words)
  return schema.node('cell', { tracking }, choice % 2 ? [first] : [first, paragraph('c')])
}

function newRow(columns: number, choice: number, dirty: boolean): Node {
  const ref = { id: 'foreign', author: 'Z' }
  const tracking = dirty && choice % 2 ? { deletion: ref } : null
  const layoutChange = dirty && choice % 3 === 0 ? { ...ref, before: null } : null
  const cells = Array.from({ length: columns }, (_, index) => newCell(choice + index, dirty))
  return schema.node('row', { tracking, layoutChange, look: choice % 4 === 0 ? keyOf(choice) : null }, cells)
}

function newAtom(choice: number, isInNote: boolean): Node {
  if (choice % 2 || isInNote) return schema.node('image', { blob: blobOf(choice % 3), alt: '' })
  const attrs = { endnote: choice % 3 === 0 }
  return schema.node('footnote', attrs, [paragraph(choice % 3 ? 'n' : ''), paragraph('m')])
}

/** What the Word file says of the letters, or of the paragraph that they stand in. */
function applyLook(transform: Transform, { choice }: StructureEdit, { from, to }: Place): void {
  if (choice % 3 === 0) transform.addMark(from, to, lookMark(choice))
  else if (choice % 3 === 1) transform.removeMark(from, to, lookMark(choice))
  else {
    const { container, start, index } = blockIndex(transform.doc, { from, to, earlier: from })
    let at = start
    const owner = ownerIndex(container, index)
    for (let block = 0; block < owner; block++) at += container.child(block).nodeSize
    transform.setNodeAttribute(at, 'look', choice % 5 === 0 ? null : keyOf(choice))
  }
}

/** Of the cell that is edited, its row or its table. */
function applyLayout(transform: Transform, { choice }: StructureEdit, { $at, depth }: CellPlace): void {
  transform.setNodeAttribute(
    $at.before(depth - (choice % 3)),
    'look',
    choice % 5 === 0 ? null : keyOf(choice),
  )
}

/** The paragraph as it reads once all is accepted: what is deleted in it stays behind. */
function movedParagraph(moved: Node): Node {
  return project(schema.node('doc', null, [moved]), 'final').child(0)
}

function insert(transform: Transform, at: number, nodes: readonly Node[]): void {
  transform.step(new ReplaceStep(at, at, new Slice(Fragment.fromArray([...nodes]), 0, 0)))
}

function applyInTable(transform: Transform, edit: StructureEdit, cell: CellPlace, dirty: boolean): void {
  const { $at, depth, row, column } = cell
  const { kind, choice } = edit
  const rowBefore = $at.before(depth - 1)
  if (kind === 'removeTable') transform.delete($at.before(depth - 2), $at.after(depth - 2))
  else if (kind === 'removeRow') {
    transform.step(new ReplaceStep(rowBefore, rowBefore + row.nodeSize, Slice.empty))
  } else if (kind === 'addRow') {
    const at = choice % 2 ? rowBefore : rowBefore + row.nodeSize
    insert(transform, at, [newRow(liveChildren(row).length, choice, dirty)])
  } else {
    for (const { at, cell: one } of columnCells({ ...cell, column }).toReversed()) {
      if (kind === 'addColumn')
        insert(transform, choice % 2 ? at : at + one.nodeSize, [newCell(choice, dirty)])
      else transform.step(new ReplaceStep(at, at + one.nodeSize, Slice.empty))
    }
  }
}

function applyMove(transform: Transform, place: Place): void {
  const { container, start, index } = blockIndex(transform.doc, place)
  let before = start
  for (let at = 0; at < index; at++) before += container.child(at).nodeSize
  const moved = container.child(index)
  const after = before + moved.nodeSize + container.child(index + 1).nodeSize
  insert(transform, after, [movedParagraph(moved)])
  transform.step(new ReplaceStep(before, before + moved.nodeSize, Slice.empty))
}

/** Puts a table around a paragraph by one step, which keeps the paragraph itself. */
function applyWrap(transform: Transform, place: Place): void {
  const $at = transform.doc.resolve(place.from)
  const from = $at.before(1)
  const to = $at.after(1)
  const table = schema.node('table', null, [schema.node('row', null, [schema.nodes.cell.create()])])
  transform.step(new ReplaceAroundStep(from, to, from, to, new Slice(Fragment.from(table), 0, 0), 3))
}

/** Carries it out where `fitsStructure` has found that it can be. */
export function applyStructure(
  transform: Transform,
  edit: StructureEdit,
  place: Place,
  dirty: boolean,
): void {
  const { doc } = transform
  const { kind, choice } = edit
  const cell = cellAround(doc, place.from)
  if (kind === 'move') applyMove(transform, place)
  else if (kind === 'look') applyLook(transform, edit, place)
  else if (kind === 'layout' && cell) applyLayout(transform, edit, cell)
  else if (kind === 'addKept') {
    const kept = new Slice(Fragment.from(preservedOf(choice % 3)), 0, 0)
    transform.step(new ReplaceStep(place.from, place.to, kept))
  } else if (kind === 'wrapInTable') applyWrap(transform, place)
  else if (kind === 'addAtom') {
    const isInNote = containerAround(doc, place.from).node.type === schema.nodes.footnote
    transform.step(
      new ReplaceStep(place.from, place.to, new Slice(Fragment.from(newAtom(choice, isInNote)), 0, 0)),
    )
  } else if (kind === 'addTable') {
    const { container, start, index } = blockIndex(doc, place)
    let at = start
    const before = choice % 2 ? index : index + 1
    for (let block = 0; block < before; block++) at += container.child(block).nodeSize
    const rows = Array.from({ length: 1 + (choice % 2) }, () => newRow(1 + (choice % 3), choice, dirty))
    insert(transform, at, [schema.node('table', null, rows)])
  } else if (cell) applyInTable(transform, edit, cell, dirty)
}
