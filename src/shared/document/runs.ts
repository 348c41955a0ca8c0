import type { Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphMark } from './attributes.ts'
import { deletionOf, insertionOf, isMarkDeleted, paragraphAttrs } from './tracking-state.ts'

/**
 * The flat reading of a document that tracking works on: text, inline atoms and paragraph marks (¶).
 *
 * Coordinates are ProseMirror positions *inside* paragraphs: a character or atom is one wide, and a ¶ two, for
 * it closes its paragraph and opens the next. So equal runs are equally wide everywhere, and a position between
 * paragraphs stands for the start of the one that follows. The last ¶ reaches one past the document's end.
 */
export type Run = {
  readonly kind: 'text' | 'atom' | 'paragraph'
  /** For a ¶, the paragraph that it closes. */
  readonly node: Node
  /** The text of a text run; else empty. */
  readonly text: string
  readonly from: number
  readonly to: number
}

/** The paragraph around a position inside it, and where that begins (before its opening token). */
export function paragraphAt(doc: Node, position: number): { node: Node; index: number; start: number } {
  const place = doc.resolve(position)
  return { node: place.parent, index: place.index(0), start: place.before(1) }
}

/** The position just past the last ¶. */
export function endOf(doc: Node): number {
  return doc.content.size + 1
}

function runsOfParagraph(paragraph: Node, start: number, from: number, to: number): Run[] {
  const runs: Run[] = []
  paragraph.forEach((node, offset) => {
    const nodeFrom = Math.max(from, start + 1 + offset)
    const nodeTo = Math.min(to, start + 1 + offset + node.nodeSize)
    if (nodeFrom >= nodeTo) return
    const cut = start + 1 + offset
    const text = node.isText ? (node.text ?? '').slice(nodeFrom - cut, nodeTo - cut) : ''
    runs.push({ kind: node.isText ? 'text' : 'atom', node, text, from: nodeFrom, to: nodeTo })
  })
  const end = start + paragraph.nodeSize - 1
  if (from <= end && to >= end + 2) {
    runs.push({ kind: 'paragraph', node: paragraph, text: '', from: end, to: end + 2 })
  }
  return runs
}

export function runsBetween(doc: Node, from: number, to: number): Run[] {
  const runs: Run[] = []
  if (from >= to) return runs
  const first = paragraphAt(doc, from)
  let start = first.start
  for (let index = first.index; index < doc.childCount && start + 1 < to; index++) {
    const paragraph = doc.child(index)
    runs.push(...runsOfParagraph(paragraph, start, from, to))
    start += paragraph.nodeSize
  }
  return runs
}

function stateOfNode(node: Node): ParagraphMark {
  const insertion = insertionOf(node.marks)
  const deletion = deletionOf(node.marks)
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

/** Whether a run is inserted, deleted, or both. */
export function stateOf(run: Run): ParagraphMark {
  return run.kind === 'paragraph' ? (paragraphAttrs(run.node).paragraphMark ?? {}) : stateOfNode(run.node)
}

/** The same of what stands directly before a position inside a paragraph; empty at the start of the document. */
export function stateBefore(doc: Node, position: number): ParagraphMark {
  const place = doc.resolve(position)
  if (place.nodeBefore) return stateOfNode(place.nodeBefore)
  const index = place.index(0)
  return index > 0 ? (paragraphAttrs(doc.child(index - 1)).paragraphMark ?? {}) : {}
}

/** The same of what stands directly after it. */
export function stateAfter(doc: Node, position: number): ParagraphMark {
  const place = doc.resolve(position)
  return place.nodeAfter ? stateOfNode(place.nodeAfter) : (paragraphAttrs(place.parent).paragraphMark ?? {})
}

export function isBy(change: ChangeRef | undefined, author: string): change is ChangeRef {
  return change?.author === author
}

/**
 * True when an edited run says the same as one of the base, so that the base's may stay. Deleted text is no match
 * for anything: typing the same letter over it is new text. The tracking state of an edited ¶ says nothing, as
 * ProseMirror copies attributes on a split and keeps the left ones on a join.
 */
export function isSameRun(base: Run, edited: Run, isLastMark: boolean): boolean {
  if (base.kind !== edited.kind) return false
  if (base.kind === 'paragraph') return isLastMark || !isMarkDeleted(base.node)
  const was = stateOf(base)
  const is = stateOf(edited)
  if (was.deletion || is.deletion || was.insertion?.id !== is.insertion?.id) return false
  return base.kind === 'text' || base.node.type === edited.node.type
}
