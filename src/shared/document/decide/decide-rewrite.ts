import type { Node } from 'prosemirror-model'
import { Fragment } from 'prosemirror-model'
import type { Piece } from './decide-pieces.ts'
import { applyMarks } from './decide-pieces.ts'
import type { Queue } from './decide-walk.ts'
import {
  Misfit,
  demand,
  holdsText,
  isPieceInside,
  queueOf,
  walkChildren,
  walkText,
  withState,
} from './decide-walk.ts'
import type { FlatReader, FlatWriter } from './flat-text.ts'
import { NOWHERE, createFlatWriter, readSlice } from './flat-text.ts'
import { paragraphAttrs } from '../tracking-state.ts'

function rewritePiece(piece: Piece, reader: FlatReader, writer: FlatWriter): void {
  const { from, to } = piece
  switch (piece.kind) {
    case 'replace':
      demand(reader.standsAt(from))
      reader.read(to, NOWHERE)
      demand(reader.standsAt(to))
      readSlice(piece.slice, writer)
      break
    case 'marks': {
      demand(reader.standsAt(from))
      const inline = (node: Node) => writer.inline(node.mark(applyMarks(node.marks, piece)))
      reader.read(to, { inline, paragraphMark: writer.paragraphMark, block: writer.block })
      demand(reader.standsAt(to) || reader.hasOpened(to))
      break
    }
    case 'paragraph': {
      demand(reader.standsAt(from) && reader.standsAtMark())
      const paragraphMark = (paragraph: Node) =>
        writer.newMark({ ...paragraphAttrs(paragraph), ...piece.attrs })
      reader.read(to, { ...writer, paragraphMark, paragraph: paragraphMark })
      break
    }
    case 'nodes':
      demand(reader.standsBetween(from))
      reader.read(to, NOWHERE)
      demand(reader.standsBetween(to))
      for (const node of piece.content.content) {
        if (node.isTextblock) writer.paragraph(node)
        else writer.block(node)
      }
      break
    case 'node':
      demand(reader.standsBetween(from))
      reader.read(to, { ...NOWHERE, block: (table) => writer.block(withState(table, piece)) })
      demand(!reader.standsAt(to))
      break
  }
}

function copyWith(node: Node, content: Fragment): Node {
  demand(node.type.validContent(content))
  return node.copy(content)
}

function rewriteText(container: Node, start: number, queue: Queue): Node {
  const writer = createFlatWriter()
  walkText(container, start, queue, {
    between: writer,
    inside: (node, at) => rewriteInside(node, at, queue),
    piece: (piece, reader) => rewritePiece(piece, reader, writer),
  })
  return copyWith(container, writer.content())
}

function rewriteChildren(parent: Node, start: number, queue: Queue): Node {
  const children: Node[] = []
  walkChildren(parent, start, queue, {
    child: (node, at, piece) => {
      children.push(rewriteInside(piece ? withState(node, piece) : node, at, queue))
    },
    nodes: (piece) => void children.push(...piece.content.content),
  })
  return copyWith(parent, Fragment.fromArray(children))
}

function rewriteInside(node: Node, start: number, queue: Queue): Node {
  if (!isPieceInside(queue, node, start)) return node
  return holdsText(node) ? rewriteText(node, start + 1, queue) : rewriteChildren(node, start + 1, queue)
}

/** Carries the pieces out; null where one of them does not find in the document what it is for. */
export function rewrite(doc: Node, pieces: readonly Piece[]): Node | null {
  const queue = queueOf(pieces)
  try {
    const after = rewriteText(doc, 0, queue)
    demand(queue.peek() === undefined)
    return after
  } catch (error) {
    if (error instanceof Misfit) return null
    throw error
  }
}
