import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import type { ParagraphAttrs } from '../attributes.ts'
import type { Piece } from './decide-pieces.ts'
import {
  addAttributes,
  addMarkChange,
  addNodeAttributes,
  addNodes,
  addReplacement,
  applyMarks,
} from './decide-pieces.ts'
import type { Queue } from './decide-walk.ts'
import { holdsText, isPieceInside, queueOf, stateNow, walkChildren, walkText } from './decide-walk.ts'
import type { FlatReader } from './flat-text.ts'
import { NOWHERE, createFlatWriter } from './flat-text.ts'
import { schema } from '../schema.ts'
import { paragraphAttrs } from '../tracking-state.ts'

type Inversion = {
  readonly queue: Queue
  readonly inverted: Piece[]
  /** By how much what comes next stands later in the rewritten document. */
  shift: number
}

/** What these attributes were. */
function attributesBefore(
  paragraph: Node,
  { attrs }: Extract<Piece, { kind: 'paragraph' }>,
): Partial<ParagraphAttrs> {
  const before = Object.entries(paragraphAttrs(paragraph)).filter(([name]) => name in attrs)
  return Object.fromEntries(before)
}

function invertMarks(state: Inversion, piece: Extract<Piece, { kind: 'marks' }>, reader: FlatReader): void {
  const opening = ({ marks, nodeSize }: Node, start: number) => {
    const end = Math.min(start + nodeSize, piece.to)
    const by = state.shift
    addMarkChange(state.inverted, start + by, end + by, applyMarks(marks, piece), marks)
  }
  const inline = (node: Node, start: number) => {
    if (node.type !== schema.nodes.footnote) opening(node, start)
  }
  const { paragraphMark, block } = NOWHERE
  reader.read(piece.to, { inline, opening, paragraphMark, block })
}

function invertPiece(state: Inversion, piece: Piece, reader: FlatReader): void {
  const { inverted } = state
  const at = piece.from + state.shift
  const removed = createFlatWriter()
  switch (piece.kind) {
    case 'replace':
      reader.read(piece.to, removed)
      addReplacement(inverted, at, at + piece.slice.size, removed.slice())
      state.shift += piece.slice.size - (piece.to - piece.from)
      break
    case 'nodes':
      reader.read(piece.to, removed)
      invertNodes(state, piece, removed.content())
      break
    case 'marks':
      invertMarks(state, piece, reader)
      break
    case 'paragraph': {
      const paragraphMark = (paragraph: Node) =>
        addAttributes(inverted, at, attributesBefore(paragraph, piece))
      reader.read(piece.to, { ...NOWHERE, paragraphMark, paragraph: paragraphMark })
      break
    }
    case 'node': {
      const openingTable = (table: Node) => addNodeAttributes(inverted, at, stateNow(table, piece))
      reader.read(piece.to, { ...NOWHERE, openingTable })
      break
    }
  }
}

function invertNodes(state: Inversion, piece: Extract<Piece, { kind: 'nodes' }>, removed: Fragment): void {
  const at = piece.from + state.shift
  addNodes(state.inverted, at, at + piece.content.size, removed)
  state.shift += piece.content.size - (piece.to - piece.from)
}

function invertText(container: Node, start: number, state: Inversion): void {
  walkText(container, start, state.queue, {
    between: NOWHERE,
    inside: (node, at) => invertInside(node, at, state),
    piece: (piece, reader) => invertPiece(state, piece, reader),
  })
}

function invertChildren(parent: Node, start: number, state: Inversion): void {
  walkChildren(parent, start, state.queue, {
    child: (node, at, piece) => {
      if (piece) addNodeAttributes(state.inverted, at + state.shift, stateNow(node, piece))
      invertInside(node, at, state)
    },
    nodes: (piece, removed) => invertNodes(state, piece, Fragment.fromArray([...removed])),
  })
}

function invertInside(node: Node, start: number, state: Inversion): Node {
  if (!isPieceInside(state.queue, node, start)) return node
  if (holdsText(node)) invertText(node, start + 1, state)
  else invertChildren(node, start + 1, state)
  return node
}

/** The pieces that turn the rewritten document back into this one, in positions of the rewritten one. */
export function invertPieces(doc: Node, pieces: readonly Piece[]): Piece[] {
  const state: Inversion = { queue: queueOf(pieces), inverted: [], shift: 0 }
  invertText(doc, 0, state)
  return state.inverted
}
