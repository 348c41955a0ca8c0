import type { Node } from 'prosemirror-model'
import type { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Projection } from '../api.ts'
import { holdTop, readTop, scrollerOf } from '../scrolling.ts'
import type { TopPlace } from '../scrolling.ts'
import { bridgeTo, carry } from './bridge.ts'
import { createProjectedView, showSelection, updateProjectedView } from './projected-view.ts'

/** Which reading of the text is on screen. The live view is only hidden, so that its caret and its undo stay. */
export type Projections = {
  which(): Projection
  shown(): EditorView
  show(which: Projection): void
  /** The live document has changed. */
  refresh(doc: Node): void
  destroy(): void
}

/** What stands at the top of the window, as a place of the live text, and how far the scroller was when it did. */
type Kept = { readonly top: TopPlace; readonly scrollTop: number }

export function createProjections(
  mount: HTMLElement,
  live: () => EditorView,
  attributes: Record<string, string>,
  refuse: (message: string) => void,
): Projections {
  let which: Projection = 'redline'
  let projected: EditorView | null = null
  let given: Selection | null = null
  let kept: Kept | null = null
  let release = () => {}
  const shown = () => projected ?? live()
  const scrollTop = () => scrollerOf(mount)?.scrollTop ?? 0

  /** Going there and back without scrolling must end at the very same line: then nothing is measured again. */
  const readPlace = (back: (position: number) => number): TopPlace | null => {
    if (kept !== null && Math.abs(scrollTop() - kept.scrollTop) < 2) return kept.top
    const top = readTop(shown())
    return top && { ...top, position: back(top.position) }
  }
  /** What somebody selected in the reading is selected in the live text, too; else its own selection stays. */
  const takeSelection = (back: (position: number) => number) => {
    if (projected === null || given === null || projected.state.selection.eq(given)) return
    const { state } = live()
    live().dispatch(state.tr.setSelection(carry(projected.state.selection, state.doc, back)))
  }
  const draw = (next: Projection, there: (position: number) => number) => {
    projected?.destroy()
    which = next
    const { doc, selection } = live().state
    projected = next === 'redline' ? null : createProjectedView(mount, doc, next, attributes, refuse)
    given = projected && carry(selection, projected.state.doc, there)
    if (projected && given) projected.dispatch(projected.state.tr.setSelection(given))
    live().dom.hidden = projected !== null
  }

  return {
    which: () => which,
    shown,
    show: (next) => {
      if (next === which) return
      const hadFocus = shown().hasFocus()
      const { doc } = live().state
      const { back } = bridgeTo(doc, which)
      const { there } = bridgeTo(doc, next)
      const top = readPlace(back)
      release()
      takeSelection(back)
      draw(next, there)
      if (hadFocus && projected) showSelection(projected)
      else if (hadFocus) live().focus()
      if (top === null) return
      release = holdTop(shown(), { ...top, position: there(top.position) }, () => {
        kept = { top, scrollTop: scrollTop() }
      })
    },
    refresh: (doc) => {
      release()
      kept = null
      if (!projected || which === 'redline') return
      updateProjectedView(projected, doc, which)
      given = projected.state.selection
    },
    destroy: () => {
      release()
      projected?.destroy()
    },
  }
}
