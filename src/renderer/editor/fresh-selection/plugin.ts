import { Plugin } from 'prosemirror-state'

const MOVES = /^(Home|End|Page|Shift|Control|Alt|Meta)/

/**
 * Makes a key act on the selection that is on screen. The browser tells of a moved selection a little later, and
 * when keys follow each other faster than that, a deletion would take the selection as it was some keys ago, and an
 * arrow would pass by a picture without selecting it.
 */
export function freshSelection(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (!view.composing && !MOVES.test(event.key)) document.dispatchEvent(new Event('selectionchange'))
        return false
      },
    },
  })
}
