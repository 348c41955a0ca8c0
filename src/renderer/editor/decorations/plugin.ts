import { Plugin } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { Decoration } from 'prosemirror-view'
import { BlockDecorations } from './block-decorations.ts'

/** Corners of claims; `caret`: and the paragraph of the caret, for a text that is edited. */
export function decorations({ caret }: { readonly caret: boolean }): Plugin {
  return new Plugin({
    props: { decorations: (state) => new BlockDecorations(state.doc, caret ? caretBlock(state) : null) },
  })
}

/**
 * Keeps the block that holds the caret laid out. A block with `content-visibility: auto` is skipped until the first
 * frame after it came to be, and in a skipped block Chromium leaves the caret before the letter it has just put in:
 * Enter and the next letter within one frame, and the letters come out in the wrong order.
 */
function caretBlock({ selection: { $head } }: EditorState): Decoration | null {
  if ($head.depth === 0) return null
  return Decoration.node($head.before(1), $head.after(1), { class: 'caret-block' })
}
