import { Plugin } from 'prosemirror-state'
import { indentItem, isInList, outdentItem } from './list.ts'

/**
 * Tab changes the level of list items, and of nothing else: elsewhere it goes on to the next control. In a list, too,
 * the keyboard is never held: after Escape, Tab leaves (WCAG 2.1.2).
 */
export function tabKeys(): Plugin {
  let isLeaving = false
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) {
          if (event.key !== 'Shift') isLeaving = event.key === 'Escape'
          return false
        }
        if (isLeaving || !view.editable || !isInList(view.state)) return false
        const command = event.shiftKey ? outdentItem : indentItem
        command(view.state, (tr) => view.dispatch(tr))
        // Handled at the outermost and the deepest level too, where nothing changes.
        return true
      },
      handleDOMEvents: {
        mousedown: () => {
          isLeaving = false
          return false
        },
        focus: () => {
          isLeaving = false
          return false
        },
      },
    },
  })
}
