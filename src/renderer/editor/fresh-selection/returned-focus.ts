import { Plugin } from 'prosemirror-state'

/**
 * Gives the text its own selection with the focus. What was changed while a dialog had the focus was drawn anew
 * under the browser's selection, which then stands elsewhere, and would be taken for one that the editor made. A
 * click makes its own.
 */
export function returnedFocus(): Plugin {
  let isPressed = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        pointerdown: (view) => {
          isPressed = true
          const release = (): void => {
            isPressed = false
          }
          const page = view.dom.ownerDocument
          page.addEventListener('pointerup', release, { once: true, capture: true })
          page.addEventListener('pointercancel', release, { once: true, capture: true })
          return false
        },
        focus: (view) => {
          // After the view's own handling of the event, before the browser tells of its selection.
          if (!isPressed) queueMicrotask(() => view.hasFocus() && view.focus())
          return false
        },
      },
    },
  })
}
