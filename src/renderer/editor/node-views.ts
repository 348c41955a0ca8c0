import type { NodeViewConstructor } from 'prosemirror-view'
import { NoteView } from './notes/note-view.ts'
import { PictureView } from './pictures/picture-view.ts'
import { ChipView } from './preserved/chip-view.ts'
import { TableView } from './tables/table-view.ts'

/** What is drawn otherwise than the schema writes it, in the live text and in its readings. */
export function nodeViews(): Record<string, NodeViewConstructor> {
  return {
    image: (node) => new PictureView(node),
    preserved: (node) => new ChipView(node),
    table: (node) => new TableView(node),
    footnote: (node, view, getPos, decorations) => new NoteView(node, view, getPos, decorations),
  }
}
