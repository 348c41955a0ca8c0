import type { Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import { schema } from '../schema.ts'
import { deletionOf, insertionOf, isMarkDeleted, paragraphAttrs } from '../tracking-state.ts'

/**
 * The flat reading that tracking works on: text, inline atoms, paragraph marks (¶) and tables, of some neighbouring
 * blocks of one container.
 *
 * Offsets count from the first of these blocks: a UTF-16 unit, an atom (a note with all that it holds), a ¶ and a
 * table are one wide each. So what is equal is equally wide everywhere.
 */
export type Block = {
  readonly node: Node
  /** Among the children of the container. */
  readonly index: number
  /** ProseMirror position before the block. */
  readonly before: number
  /** Offsets; a paragraph ends behind its ¶. */
  readonly from: number
  readonly to: number
}

export type Flat = {
  readonly container: Node
  /** At least one; the last is a paragraph. */
  readonly blocks: readonly Block[]
  readonly size: number
}

export type Run = {
  readonly kind: 'text' | 'atom' | 'paragraph' | 'table'
  /** For a ¶, the paragraph that it closes. */
  readonly node: Node
  /** The text of a text run; else empty. */
  readonly text: string
  /** Offsets. */
  readonly from: number
  readonly to: number
  /** ProseMirror position; of a ¶, that of the closing token. */
  readonly at: number
}

function isNote(node: Node): boolean {
  return node.type === schema.nodes.footnote
}

function widthOf(node: Node): number {
  return isNote(node) ? 1 : node.nodeSize
}

function lengthOf(paragraph: Node): number {
  let length = paragraph.content.size
  for (const child of paragraph.children) if (isNote(child)) length += 1 - child.nodeSize
  return length
}

/** The blocks [first, last) of a container; `position` is that before the first of them. */
export function createFlat(container: Node, position: number, first: number, last: number): Flat {
  const blocks: Block[] = []
  let before = position
  let from = 0
  for (let index = first; index < last; index++) {
    const node = container.child(index)
    const to = from + (node.isTextblock ? lengthOf(node) + 1 : 1)
    blocks.push({ node, index, before, from, to })
    from = to
    before += node.nodeSize
  }
  return { container, blocks, size: from }
}

function search(blocks: readonly Block[], isFurther: (block: Block) => boolean): Block {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block && isFurther(block)) low = middle + 1
    else high = middle
  }
  const found = blocks[low]
  if (!found) throw new RangeError('No text to look into')
  return found
}

/** The block that holds the place behind an offset; the last block for the end. */
export function blockAt({ blocks }: Flat, offset: number): Block {
  return search(blocks, (block) => block.to <= offset)
}

/** The block that a position lies strictly within; null for one between blocks. */
export function blockAround({ blocks }: Flat, position: number): Block | null {
  const block = search(blocks, ({ before, node }) => before + node.nodeSize <= position)
  return position > block.before && position < block.before + block.node.nodeSize ? block : null
}

function inlineOffset(paragraph: Node, position: number): number {
  let offset = position
  let at = 0
  for (const child of paragraph.children) {
    if (at >= position) break
    if (isNote(child)) offset -= Math.min(child.nodeSize, position - at) - 1
    at += child.nodeSize
  }
  return offset
}

function inlinePosition(paragraph: Node, offset: number): number {
  let position = offset
  let at = 0
  for (const child of paragraph.children) {
    if (at >= offset) break
    if (isNote(child)) position += child.nodeSize - 1
    at += widthOf(child)
  }
  return position
}

/** The position inside a paragraph, or before a table; behind the last block for the end. */
export function positionAt(flat: Flat, offset: number): number {
  const { node, before, from, to } = blockAt(flat, offset)
  if (offset >= to) return before + node.nodeSize
  return node.isTextblock ? before + 1 + inlinePosition(node, offset - from) : before
}

/** A position between blocks is the start of the next; one within a table or a note is the place before it. */
export function offsetAt(flat: Flat, position: number): number {
  const block = search(flat.blocks, ({ before, node }) => before + node.nodeSize <= position)
  const { node, before, from, to } = block
  if (position >= before + node.nodeSize) return to
  if (position <= before || !node.isTextblock) return from
  return from + inlineOffset(node, position - before - 1)
}

/** Whether a block begins at an offset, or the text ends there. */
export function isBlockStart(flat: Flat, offset: number): boolean {
  const { from, to } = blockAt(flat, offset)
  return offset === from || offset === to
}

/** The position between blocks at such an offset. */
export function positionBetween(flat: Flat, offset: number): number {
  const { node, before, to } = blockAt(flat, offset)
  return offset === to ? before + node.nodeSize : before
}

function paragraphRuns(
  { node: paragraph, before, from: start, to: end }: Block,
  from: number,
  to: number,
): Run[] {
  const runs: Run[] = []
  let offset = start
  let at = before + 1
  for (const node of paragraph.children) {
    if (offset >= to) break
    const width = widthOf(node)
    const runFrom = Math.max(from, offset)
    const runTo = Math.min(to, offset + width)
    if (runFrom < runTo) {
      const text = node.isText ? (node.text ?? '').slice(runFrom - offset, runTo - offset) : ''
      const kind = node.isText ? 'text' : 'atom'
      runs.push({ kind, node, text, from: runFrom, to: runTo, at: at + runFrom - offset })
    }
    offset += width
    at += node.nodeSize
  }
  if (from < end && to >= end) {
    const mark = { kind: 'paragraph', node: paragraph, text: '' } as const
    runs.push({ ...mark, from: end - 1, to: end, at: before + paragraph.nodeSize - 1 })
  }
  return runs
}

export function runsBetween(flat: Flat, from: number, to: number): Run[] {
  if (from >= to) return []
  const { blocks } = flat
  const runs: Run[] = []
  const skipped = blockAt(flat, from).index - (blocks[0]?.index ?? 0)
  for (let at = skipped; at < blocks.length; at++) {
    const block = blocks[at]
    if (!block || block.from >= to) break
    const { node, before } = block
    if (node.isTextblock) runs.push(...paragraphRuns(block, from, to))
    else runs.push({ kind: 'table', node, text: '', from: block.from, to: block.to, at: before })
  }
  return runs
}

function stateOfNode(node: Node): Tracking {
  const insertion = insertionOf(node.marks)
  const deletion = deletionOf(node.marks)
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

/** Whether a run is inserted, deleted, or both; of a table its rows say it, and the table nothing. */
export function stateOf(run: Run): Tracking {
  if (run.kind === 'table') return {}
  return run.kind === 'paragraph' ? (paragraphAttrs(run.node).paragraphMark ?? {}) : stateOfNode(run.node)
}

/** The same of what stands directly before an offset; empty at the start of the container. */
export function stateBefore(flat: Flat, offset: number): Tracking {
  const [run] = runsBetween(flat, offset - 1, offset)
  if (run) return stateOf(run)
  const first = flat.blocks[0]
  const before = first && first.index > 0 ? flat.container.child(first.index - 1) : null
  return before?.isTextblock === true ? (paragraphAttrs(before).paragraphMark ?? {}) : {}
}

/** The same of what stands directly after it. */
export function stateAfter(flat: Flat, offset: number): Tracking {
  const [run] = runsBetween(flat, offset, offset + 1)
  return run ? stateOf(run) : {}
}

export function isBy(change: ChangeRef | undefined, author: string): change is ChangeRef {
  return change?.author === author
}

function isSameAtom(one: Node, other: Node): boolean {
  return one.hasMarkup(other.type, other.attrs, one.marks) && one.content.eq(other.content)
}

/**
 * True when an edited run says the same as one of the base, so that the base's may stay. Deleted text is no match
 * for anything: typing the same letter over it is new text. The tracking state of an edited ¶ says nothing, as
 * ProseMirror copies attributes on a split and keeps the left ones on a join.
 */
export function isSameRun(base: Run, edited: Run, isLastMark: boolean): boolean {
  if (base.kind !== edited.kind) return false
  if (base.kind === 'paragraph') return isLastMark || !isMarkDeleted(base.node)
  if (base.kind === 'table') return base.node.eq(edited.node)
  const was = stateOf(base)
  const is = stateOf(edited)
  if (was.deletion || is.deletion || was.insertion?.id !== is.insertion?.id) return false
  return base.kind === 'text' || isSameAtom(base.node, edited.node)
}
