import type { Node } from 'prosemirror-model'
import type { Piece } from './decide-pieces.ts'
import type { FlatReader, FlatSink } from './flat-text.ts'
import { createFlatReader } from './flat-text.ts'
import { schema } from '../schema.ts'

/** The way through a document from piece to piece, into notes and tables where a piece lies in them. */

type NodesPiece = Extract<Piece, { kind: 'nodes' }>
export type NodePiece = Extract<Piece, { kind: 'node' }>

/** A piece that is not about this text; apply() says so. */
export class Misfit extends Error {}

export function demand(isSo: boolean): asserts isSo {
  if (!isSo) throw new Misfit('a decision is not about this text')
}

export type Queue = { peek(): Piece | undefined; take(): void }

export function queueOf(pieces: readonly Piece[]): Queue {
  let next = 0
  return { peek: () => pieces[next], take: () => void (next += 1) }
}

/** What to do in the content of a document, a cell or a note. */
export type TextVisit = {
  /** What stands between pieces. */
  readonly between: FlatSink
  readonly inside: (node: Node, start: number) => Node
  /** The reader stands where the piece may begin, and is to be taken to where it ends. */
  readonly piece: (piece: Piece, reader: FlatReader) => void
}

/** `start`: the position before the first child. */
export function walkText(container: Node, start: number, queue: Queue, visit: TextVisit): void {
  const end = start + container.content.size
  const reader = createFlatReader(container, start, visit.inside)
  for (let piece = queue.peek(); piece && piece.from <= end; piece = queue.peek()) {
    reader.read(piece.from, visit.between)
    // It may have been read already, inside a note or a table.
    if (queue.peek() !== piece) continue
    queue.take()
    visit.piece(piece, reader)
  }
  reader.read(end, visit.between)
}

/** What a piece sets at a table, a row or a cell, that has such attributes. */
export function withState(node: Node, { attrs }: NodePiece): Node {
  const { table, row, cell } = schema.nodes
  demand([table, row, cell].some((type) => node.type === type))
  demand(Object.keys(attrs).every((name) => name in node.attrs))
  return node.type.create({ ...node.attrs, ...attrs }, node.content)
}

/** What those attributes are now. */
export function stateNow(node: Node, { attrs }: NodePiece): NodePiece['attrs'] {
  return Object.fromEntries(Object.keys(attrs).map((name) => [name, node.attrs[name] as unknown]))
}

/** What to do with the rows of a table, or the cells of a row. */
export type ChildrenVisit = {
  readonly child: (node: Node, start: number, piece: NodePiece | null) => void
  readonly nodes: (piece: NodesPiece, removed: readonly Node[]) => void
}

export function walkChildren(parent: Node, start: number, queue: Queue, visit: ChildrenVisit): void {
  let at = start
  let index = 0
  for (;;) {
    const piece = queue.peek()
    const isHere = piece?.from === at
    if (isHere && piece.kind === 'nodes') {
      queue.take()
      const first = index
      for (; at < piece.to && index < parent.childCount; index++) at += parent.child(index).nodeSize
      demand(at === piece.to)
      visit.nodes(piece, parent.children.slice(first, index))
      continue
    }
    if (index === parent.childCount) return
    const child = parent.child(index)
    if (isHere && piece.kind === 'node') {
      queue.take()
      visit.child(child, at, piece)
    } else visit.child(child, at, null)
    at += child.nodeSize
    index += 1
  }
}

/** Whether the next piece lies in a node, before which `start` is. */
export function isPieceInside(queue: Queue, node: Node, start: number): boolean {
  const piece = queue.peek()
  return piece !== undefined && piece.from < start + node.nodeSize
}

/** Cells and notes hold paragraphs; tables and rows do not. */
export function holdsText(node: Node): boolean {
  return node.type === schema.nodes.cell || node.type === schema.nodes.footnote
}
