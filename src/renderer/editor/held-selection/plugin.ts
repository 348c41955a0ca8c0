import { Plugin, PluginKey } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/** Whether the text has the focus. */
const key = new PluginKey<boolean>('heldSelection')

export function setFocused(tr: Transaction, focused: boolean): Transaction {
  return tr.setMeta(key, focused).setMeta('addToHistory', false)
}

/** Shows the selection as a tint while a card has the focus, because the browser then draws none. */
export function heldSelection(): Plugin<boolean> {
  return new Plugin({
    key,
    state: {
      init: () => true,
      apply: (tr, focused) => (tr.getMeta(key) as boolean | undefined) ?? focused,
    },
    props: {
      decorations: (state) => {
        const { from, to } = state.selection
        if (key.getState(state) !== false || from === to) return DecorationSet.empty
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'held-selection' })])
      },
    },
  })
}
