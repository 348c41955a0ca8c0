import { Plugin } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/**
 * Keeps the block that holds the caret laid out. A block with `content-visibility: auto` is skipped until the first
 * frame after it came to be, and in a skipped block Chromium leaves the caret before the letter it has just put in:
 * Enter and the next letter within one frame, and the letters come out in the wrong order.
 */
export function caretBlock(): Plugin {
  return new Plugin({ props: { decorations: decorate } })
}

function decorate(state: EditorState): DecorationSet {
  const { $head } = state.selection
  if ($head.depth === 0) return DecorationSet.empty
  const block = Decoration.node($head.before(1), $head.after(1), { class: 'caret-block' })
  return DecorationSet.create(state.doc, [block])
}
