import type { Node } from 'prosemirror-model'
import type {
  BlockSegments,
  ParagraphSegments,
  RowSegments,
  SegmentObject,
} from '../../../../shared/document/segments.ts'

type Note = Extract<SegmentObject, { kind: 'footnote' }>

/** Which node each paragraph and note is that is written; both are read of documents of one build. */
export type Zip = {
  readonly paragraphs: ReadonlyMap<ParagraphSegments, Node>
  /** By the rows of the table. */
  readonly tables: ReadonlyMap<readonly RowSegments[], Node>
  /** By the paragraphs of the note. */
  readonly notes: ReadonlyMap<readonly ParagraphSegments[], Node>
}

export function zipBlocks(doc: Node, blocks: readonly BlockSegments[]): Zip {
  const paragraphs = new Map<ParagraphSegments, Node>()
  const notes = new Map<readonly ParagraphSegments[], Node>()
  const tables = new Map<readonly RowSegments[], Node>()
  const zipParagraph = (node: Node, segments: ParagraphSegments): void => {
    paragraphs.set(segments, node)
    const inNode = node.children.filter((child) => child.type.name === 'footnote')
    const written = segments.segments.flatMap(({ object }): Note[] =>
      object?.kind === 'footnote' ? [object] : [],
    )
    if (inNode.length !== written.length) return
    for (const [index, note] of written.entries()) {
      const footnote = inNode[index]
      if (!footnote) continue
      notes.set(note.paragraphs, footnote)
      zipAll(footnote, note.paragraphs)
    }
  }
  const zipAll = (parent: Node, all: readonly ParagraphSegments[]): void => {
    for (const [index, segments] of all.entries()) {
      const node = parent.maybeChild(index)
      if (node) zipParagraph(node, segments)
    }
  }
  for (const [index, block] of blocks.entries()) {
    const node = doc.child(index)
    if (block.kind === 'paragraph') zipParagraph(node, block)
    else {
      tables.set(block.rows, node)
      for (const [line, row] of block.rows.entries()) {
        for (const [place, cell] of row.cells.entries())
          zipAll(node.child(line).child(place), cell.paragraphs)
      }
    }
  }
  return { paragraphs, tables, notes }
}
