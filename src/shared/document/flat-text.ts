import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { ParagraphAttrs } from './attributes.ts'
import { schema } from './schema.ts'

/**
 * A document taken apart into inline nodes and ¶, and put together again; positions as in runs.ts. A ¶ carries the
 * attributes of the paragraph that it closes, so that where one goes those of the next stay. Nodes are handed on
 * one by one and not in lists: a decision on a long text reads tens of thousands.
 */
export type FlatSink = {
  inline: (node: Node) => void
  /** The ¶ of this paragraph; its text has been told before, as far as it was read. */
  paragraphMark: (paragraph: Node) => void
  /** A paragraph with its ¶, as the node that it is, so that whatever is known of it stays known; else its parts are told. */
  paragraph?: (node: Node) => void
}

/** Reads on to a position inside a paragraph, or to the end of the document past its last ¶. */
export type FlatReader = { read(to: number, sink: FlatSink): void }

/** For what is read only to be passed by. */
export const NOWHERE: FlatSink = {
  inline: () => undefined,
  paragraphMark: () => undefined,
  paragraph: () => undefined,
}

/** Every node is visited once, however many stretches a document is read in. */
export function createFlatReader(doc: Node): FlatReader {
  let index = 0
  /** Before the paragraph of that index. */
  let start = 0
  let at = 1
  let child = 0
  let childStart = 1

  const readInline = (paragraph: Node, to: number, sink: FlatSink) => {
    while (at < to) {
      const node = paragraph.child(child)
      const childEnd = childStart + node.nodeSize
      const end = Math.min(to, childEnd)
      const isWhole = at === childStart && end === childEnd
      sink.inline(isWhole ? node : node.cut(at - childStart, end - childStart))
      at = end
      if (end < childEnd) return
      child += 1
      childStart = childEnd
    }
  }

  return {
    read: (to, sink) => {
      while (at < to) {
        const paragraph = doc.child(index)
        const end = start + paragraph.nodeSize - 1
        if (at === start + 1 && to > end && sink.paragraph) sink.paragraph(paragraph)
        else {
          readInline(paragraph, Math.min(to, end), sink)
          if (to <= end) return
          sink.paragraphMark(paragraph)
        }
        index += 1
        start = end + 1
        at = start + 1
        child = 0
        childStart = at
      }
    },
  }
}

export type FlatWriter = Required<FlatSink> & {
  /** A ¶ of other attributes than those of a paragraph that there is. */
  newMark(attrs: ParagraphAttrs): void
  /** What was written so far: whole paragraphs. What stands behind the last ¶ is left out. */
  paragraphs(): Fragment
  /** The same as a slice: inline content alone, or two paragraphs and more, open at both ends. */
  slice(): Slice
}

export function createFlatWriter(): FlatWriter {
  const paragraphs: Node[] = []
  let open: Node[] = []
  const content = () => {
    const fragment = Fragment.fromArray(open)
    open = []
    return fragment
  }
  const paragraphMark = (paragraph: Node) => void paragraphs.push(paragraph.copy(content()))
  return {
    inline: (node) => void open.push(node),
    paragraphMark,
    paragraph: (node) => {
      if (open.length === 0) paragraphs.push(node)
      else {
        open.push(...node.children)
        paragraphMark(node)
      }
    },
    newMark: (attrs) => void paragraphs.push(schema.nodes.para.create(attrs, content())),
    paragraphs: () => Fragment.fromArray(paragraphs),
    slice: () => {
      if (paragraphs.length === 0) return new Slice(content(), 0, 0)
      const last = schema.nodes.para.create(null, content())
      return new Slice(Fragment.fromArray([...paragraphs, last]), 1, 1)
    },
  }
}

/** Tells the content of a slice as createFlatWriter makes them; the attributes of its last paragraph say nothing. */
export function readSlice(slice: Slice, sink: FlatSink): void {
  const { content, openStart } = slice
  content.forEach((node, _offset, index) => {
    if (openStart === 0) sink.inline(node)
    else {
      for (const child of node.children) sink.inline(child)
      if (index < content.childCount - 1) sink.paragraphMark(node)
    }
  })
}

/** Whether a slice is one of those. */
export function isFlatSlice(slice: Slice): boolean {
  const { content, openStart, openEnd } = slice
  if (openStart === 0 && openEnd === 0) return content.content.every((node) => node.isInline)
  const isOpen = openStart === 1 && openEnd === 1
  return isOpen && content.childCount > 1 && content.content.every((node) => node.isTextblock)
}
