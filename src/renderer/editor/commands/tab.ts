import { Plugin } from 'prosemirror-state'
import { isInTable, toNextCell } from '../tables/tab.ts'
import { indentItem, isInList, outdentItem } from './list.ts'

/**
 * Tab changes the level of list items, and goes from cell to cell in a table; elsewhere it goes on to the next control.
 * The keyboard is never held: after Escape, Tab leaves there, too (WCAG 2.1.2).
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
        if (isLeaving || !view.editable) return false
        if (isInTable(view.state)) {
          const tr = toNextCell(view.state, event.shiftKey ? -1 : 1)
          if (tr) view.dispatch(tr)
          return true
        }
        if (!isInList(view.state)) return false
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
