import { NodeSelection, Plugin } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { schema } from '../../../shared/document/schema.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { chipSelected } from './chip-words.ts'

/** The chip that is selected as a whole. */
function selectedChip({ selection }: EditorState): PreservedAttrs | null {
  const isChip = selection instanceof NodeSelection && selection.node.type === schema.nodes.preserved
  return isChip ? (selection.node.attrs as PreservedAttrs) : null
}

/** Says what a chip is when the arrow keys or a click select it: browsers tell a screen reader of text alone. */
export function chips(announce: (message: string) => void): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, before) => {
        const chip = selectedChip(view.state)
        if (chip === null || view.state.selection.eq(before.selection)) return
        announce(chipSelected(chip))
      },
    }),
    props: {
      handleKeyDown: (view, event) => {
        // Enter over a chip would put an empty paragraph in its place, and Word's own thing would be gone.
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return false
        const chip = selectedChip(view.state)
        if (chip !== null) announce(chipSelected(chip))
        return chip !== null
      },
    },
  })
}
