import { schema } from '../../../shared/document/schema.ts'
import type { Mark, Node } from 'prosemirror-model'
import type { Warnings } from '../warnings.ts'
import type { Comments } from './comments.ts'

/** Follows comment ranges through the text and gives pieces their comment marks. */
export type Anchors = {
  start(id: string): void
  end(id: string): void
  /** `offset`: how many positions of the paragraph stand before it; null between paragraphs. */
  reference(id: string, offset: number | null): void
  /** Marks of a piece that stands here. */
  marks(): readonly Mark[]
  /** Places what was commented without a range in this paragraph, whose content is complete. */
  finishParagraph(content: readonly Node[]): readonly Node[]
  /** Ids of threads whose range never ended. */
  unclosed(): ReadonlySet<string>
}

/** More ranges over one letter than people make; the comments beyond it are placed at their reference. */
const OPEN_RANGES = 500

export function createAnchors(comments: Comments, warnings: Warnings): Anchors {
  const open: string[] = []
  const placed = new Set<string>()
  let points: { readonly thread: string; readonly offset: number }[] = []
  let seenText = false
  const close = (thread: string): void => {
    const index = open.indexOf(thread)
    if (index >= 0) open.splice(index, 1)
  }
  return {
    start(id) {
      const thread = comments.threadOf(id)
      const isNew = thread !== null && !open.includes(thread) && !placed.has(thread)
      if (isNew && open.length < OPEN_RANGES) open.push(thread)
      if (!comments.has(id)) warnings.add('comment', 'A comment range without its comment was left out.')
    },
    end(id) {
      const thread = comments.threadOf(id)
      if (thread !== null) close(thread)
    },
    reference(id, offset) {
      const thread = comments.threadOf(id)
      if (!comments.has(id)) warnings.add('comment', 'A comment mark without its comment was left out.')
      if (thread === null) return
      close(thread)
      // A comment at the very beginning is on the story as a whole: so are those that Stet writes.
      if (!placed.has(thread) && offset !== null && seenText) points.push({ thread, offset })
    },
    marks() {
      seenText = true
      for (const thread of open) placed.add(thread)
      return open.map((thread) => schema.marks.comment.create({ id: thread }))
    },
    finishParagraph(content) {
      const here = points
      points = []
      return here.reduce((nodes, point) => {
        const marked = markWord(nodes, point.offset, schema.marks.comment.create({ id: point.thread }))
        if (marked !== nodes) placed.add(point.thread)
        return marked
      }, content)
    },
    unclosed: () => new Set(open),
  }
}

/** In a note: Word takes no comment there, and one on its reference is not one on its words. */
export const NO_ANCHORS: Anchors = {
  start: () => undefined,
  end: () => undefined,
  reference: () => undefined,
  marks: () => [],
  finishParagraph: (content) => content,
  unclosed: () => new Set(),
}

/** Marks the word before an offset, or after it at the start of the paragraph. Unchanged when there is none. */
function markWord(nodes: readonly Node[], offset: number, mark: Mark): readonly Node[] {
  const text = nodes.map((node) => node.text ?? '\n'.repeat(node.nodeSize)).join('')
  const before = /\S+\s*$/.exec(text.slice(0, offset))
  const after = /^\s*\S+/.exec(text.slice(offset))
  const from = before ? before.index : offset
  const to = before ? offset : offset + (after?.[0].length ?? 0)
  if (from === to) return nodes
  let position = 0
  return nodes.flatMap((node) => {
    const start = Math.max(0, from - position)
    const end = Math.min(node.nodeSize, to - position)
    position += node.nodeSize
    if (start >= end) return [node]
    // Letters alone can be cut: a break, a picture or a note is marked as a whole.
    if (!node.isText) return [node.mark(mark.addToSet(node.marks))]
    const marked = node.cut(start, end)
    return [
      ...(start > 0 ? [node.cut(0, start)] : []),
      marked.mark(mark.addToSet(marked.marks)),
      ...(end < node.nodeSize ? [node.cut(end)] : []),
    ]
  })
}
