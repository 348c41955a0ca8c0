import { readBlocks } from '../../shared/document/segments.ts'
import type { BlockSegments, ParagraphSegments, Segment } from '../../shared/document/segments.ts'
import type { Node } from 'prosemirror-model'

/** The paragraphs of the text and of its tables, without those of notes. */
export function storyParagraphs(blocks: readonly BlockSegments[]): readonly ParagraphSegments[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
      : [block],
  )
}

/** The paragraphs of the notes that these refer to. */
export function notesOf(segments: readonly Segment[]): readonly ParagraphSegments[] {
  return segments.flatMap(({ object }) => (object?.kind === 'footnote' ? object.paragraphs : []))
}

function withNotes(paragraph: ParagraphSegments): readonly ParagraphSegments[] {
  return [paragraph, ...notesOf(paragraph.segments).flatMap(withNotes)]
}

/** Every paragraph in reading order: those of a note follow the one that refers to it. */
export function allParagraphs(doc: Node): readonly ParagraphSegments[] {
  return storyParagraphs(readBlocks(doc)).flatMap(withNotes)
}
