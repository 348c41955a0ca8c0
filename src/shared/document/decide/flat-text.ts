import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from '../attributes.ts'
import { schema } from '../schema.ts'

/**
 * The content of a document, a cell or a note taken apart into inline nodes, ¶ and tables, and put together again.
 * A place in the text is a position inside a paragraph: a ¶ is two wide, for it closes its paragraph and opens the
 * next. A ¶ carries the attributes of the paragraph that it closes, so that where one goes those of the next stay.
 * Nodes are handed on one by one and not in lists: a decision on a long text reads tens of thousands.
 */
export type FlatSink = {
  /** `start`: the position before the node, of which this may be a part. */
  inline: (node: Node, start: number) => void
  /** A note, before what stands inside it is gone through; then it is told as every inline node is. */
  opening?: (note: Node, start: number) => void
  /** The ¶ of this paragraph; its text has been told before, as far as it was read. */
  paragraphMark: (paragraph: Node) => void
  /** A table, before what stands inside it is gone through; then it is told whole. */
  openingTable?: (table: Node) => void
  /** A table, whole. */
  block: (node: Node) => void
  /** A paragraph with its ¶, as the node that it is, so that whatever is known of it stays known; else its parts are told. */
  paragraph?: (node: Node) => void
}

export type FlatReader = {
  /** Reads what begins before a position; at most to the end. A table or a note is read whole. */
  read(to: number, sink: FlatSink): void
  /** Whether it has read up to this position inside a paragraph. */
  standsAt(position: number): boolean
  /** Whether it has read up to this position between two blocks, before the first or behind the last. */
  standsBetween(position: number): boolean
  /** Whether all but its ¶ has been read of a paragraph. */
  standsAtMark(): boolean
  /** Whether the last that was read is a note, and this the position inside its opening token. */
  hasOpened(position: number): boolean
}

/** For what is read only to be passed by. */
export const NOWHERE: FlatSink = {
  inline: () => undefined,
  paragraphMark: () => undefined,
  block: () => undefined,
  paragraph: () => undefined,
}

/** Hands on what a note or a table, before which `start` is, has become. */
export type ReadInside = (node: Node, start: number) => Node

/** `contentStart`: the position before the first paragraph. Every node is visited once, in however many stretches it is read. */
export function createFlatReader(container: Node, contentStart: number, inside: ReadInside): FlatReader {
  const { table, footnote } = schema.nodes
  let index = 0
  /** Before the block of that index. */
  let start = contentStart
  let block = container.maybeChild(0)
  let at = block?.type === table ? start : start + 1
  let child = 0
  let childStart = start + 1
  let opened = -1

  const unread = (to: number) => (at < to ? block : null)

  const next = (size: number) => {
    start += size
    index += 1
    block = container.maybeChild(index)
    at = block && block.type !== table ? start + 1 : start
    child = 0
    childStart = start + 1
  }

  const readInline = (paragraph: Node, to: number, sink: FlatSink) => {
    while (at < to) {
      const node = paragraph.child(child)
      const childEnd = childStart + node.nodeSize
      const end = node.isText ? Math.min(to, childEnd) : childEnd
      const isWhole = at === childStart && end === childEnd
      if (node.type === footnote) {
        opened = at + 1
        sink.opening?.(node, at)
        sink.inline(inside(node, at), at)
      } else sink.inline(isWhole ? node : node.cut(at - childStart, end - childStart), at)
      at = end
      if (end < childEnd) return
      child += 1
      childStart = childEnd
    }
  }

  return {
    read: (to, sink) => {
      for (let node = unread(to); node; node = unread(to)) {
        const end = start + node.nodeSize - 1
        if (node.type === table) {
          sink.openingTable?.(node)
          sink.block(inside(node, start))
        } else if (at === start + 1 && to > end && sink.paragraph) sink.paragraph(node)
        else {
          readInline(node, Math.min(to, end), sink)
          if (to <= end) return
          sink.paragraphMark(node)
        }
        next(node.nodeSize)
      }
    },
    standsAt: (position) => at === position && block !== null && block.type !== table,
    standsBetween: (position) => start === position && child === 0 && at <= start + 1,
    standsAtMark: () => block !== null && at === start + block.nodeSize - 1,
    hasOpened: (position) => opened === position,
  }
}

export type FlatWriter = Required<Omit<FlatSink, 'inline' | 'opening' | 'openingTable'>> & {
  inline: (node: Node) => void
  /** A ¶ of other attributes than those of a paragraph that there is. */
  newMark(attrs: ParagraphAttrs): void
  /** What was written so far: whole blocks. What stands behind the last ¶ is left out. */
  content(): Fragment
  /** The same as a slice: inline content alone, or two paragraphs and more, open at both ends. */
  slice(): Slice
}

/** A table that comes to stand in the text of a paragraph, as the ¶ before it has gone, stands before that paragraph. */
export function createFlatWriter(): FlatWriter {
  const blocks: Node[] = []
  let open: Node[] = []
  const text = () => {
    const fragment = Fragment.fromArray(open)
    open = []
    return fragment
  }
  const paragraphMark = (paragraph: Node) => void blocks.push(paragraph.copy(text()))
  return {
    inline: (node) => void open.push(node),
    paragraphMark,
    block: (node) => void blocks.push(node),
    paragraph: (node) => {
      if (open.length === 0) blocks.push(node)
      else {
        open.push(...node.children)
        paragraphMark(node)
      }
    },
    newMark: (attrs) => void blocks.push(schema.nodes.para.create(attrs, text())),
    content: () => Fragment.fromArray(blocks),
    slice: () => {
      if (blocks.length === 0) return new Slice(text(), 0, 0)
      const last = schema.nodes.para.create(null, text())
      return new Slice(Fragment.fromArray([...blocks, last]), 1, 1)
    },
  }
}

/** Tells the content of a slice as createFlatWriter makes them; the attributes of its last paragraph say nothing. */
export function readSlice(slice: Slice, sink: FlatSink): void {
  const { content, openStart } = slice
  content.forEach((node, offset, index) => {
    if (openStart === 0) sink.inline(node, offset)
    else if (node.type === schema.nodes.table) sink.block(node)
    else {
      for (const child of node.children) sink.inline(child, offset)
      if (index < content.childCount - 1) sink.paragraphMark(node)
    }
  })
}

/** Whether a slice is one of those: inline content, or paragraphs, with tables only between them. */
export function isFlatSlice(slice: Slice): boolean {
  const { content, openStart, openEnd } = slice
  if (openStart === 0 && openEnd === 0) return content.content.every((node) => node.isInline)
  const isOpen = openStart === 1 && openEnd === 1
  const { para, table } = schema.nodes
  const areBlocks = content.content.every((node) => node.type === para || node.type === table)
  const isClosed = content.firstChild?.type === para && content.lastChild?.type === para
  return isOpen && areBlocks && isClosed && content.childCount > 1
}
