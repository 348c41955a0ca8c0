import type { EditorView } from 'prosemirror-view'

const NAME = 'held-selection'

/**
 * Shows the selection as a tint while a card has the focus, because the browser then draws none. A highlight of the
 * browser's own (`::highlight` in text/places.module.css), which leaves the DOM of the text alone: a redraw in the middle of
 * a click would put the old selection back.
 */
export function holdSelection(view: EditorView): void {
  const { from, to, empty } = view.state.selection
  if (empty) return
  const start = view.domAtPos(from, 1)
  const end = view.domAtPos(to, -1)
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  CSS.highlights.set(NAME, new Highlight(range))
}

export function releaseSelection(): void {
  CSS.highlights.delete(NAME)
}
