import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import type { Projection } from '../api.ts'
import { putScroll, readScroll } from '../scrolling.ts'
import { createProjectedView, updateProjectedView } from './projected-view.ts'

/** Which reading of the text is on screen. The live view is only hidden, so that its caret and its undo stay. */
export type Projections = {
  which(): Projection
  shown(): EditorView
  show(which: Projection): void
  /** The live document has changed. */
  refresh(doc: Node): void
  destroy(): void
}

export function createProjections(
  mount: HTMLElement,
  live: () => EditorView,
  attributes: Record<string, string>,
): Projections {
  let which: Projection = 'redline'
  let projected: EditorView | null = null
  const shown = () => projected ?? live()

  return {
    which: () => which,
    shown,
    show: (next) => {
      if (next === which) return
      const hadFocus = shown().hasFocus()
      const place = readScroll(shown())
      projected?.destroy()
      which = next
      projected = next === 'redline' ? null : createProjectedView(mount, live().state.doc, next, attributes)
      live().dom.hidden = projected !== null
      putScroll(shown(), place)
      if (hadFocus) shown().focus()
    },
    refresh: (doc) => {
      if (projected && which !== 'redline') updateProjectedView(projected, doc, which)
    },
    destroy: () => projected?.destroy(),
  }
}
