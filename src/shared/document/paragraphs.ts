import type { Node } from 'prosemirror-model'
import { schema } from './schema.ts'

/** A document, a cell or a note: what holds paragraphs. */
export type Container = {
  readonly kind: 'doc' | 'cell' | 'footnote'
  readonly node: Node
  /** The position before its first child. */
  readonly start: number
  /** Where a cell's table or a note stands; null for the document. */
  readonly parent: Container | null
}

export type ParagraphPlace = {
  readonly paragraph: Node
  /** The position before it. */
  readonly position: number
  readonly container: Container
  /** Its index among the children of the container. */
  readonly index: number
}

type Visit = (place: ParagraphPlace) => void

const { table, cell, footnote } = schema.nodes

function visitNotes({ paragraph, position, container }: ParagraphPlace, visit: Visit): void {
  paragraph.forEach((node, offset) => {
    if (node.type !== footnote) return
    const start = position + 1 + offset + 1
    visitContainer({ kind: 'footnote', node, start, parent: container }, visit)
  })
}

function visitTable(node: Node, start: number, parent: Container, visit: Visit): void {
  node.descendants((child, offset) => {
    if (child.type !== cell) return true
    visitContainer({ kind: 'cell', node: child, start: start + 1 + offset + 1, parent }, visit)
    return false
  })
}

function visitContainer(container: Container, visit: Visit): void {
  container.node.forEach((block, offset, index) => {
    const position = container.start + offset
    if (block.type === table) {
      visitTable(block, position, container, visit)
      return
    }
    const place = { paragraph: block, position, container, index }
    visit(place)
    visitNotes(place, visit)
  })
}

/**
 * All paragraphs of a document in reading order: those of a table cell by cell and row by row, those of a note
 * directly after the paragraph that refers to it.
 */
export function forEachParagraph(doc: Node, visit: Visit): void {
  visitContainer({ kind: 'doc', node: doc, start: 0, parent: null }, visit)
}
