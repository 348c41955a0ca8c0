import { Plugin } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { blockBetween } from '../../../shared/document/move-paragraphs.ts'
import type { Block } from '../../../shared/document/move-paragraphs.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { liveTextOf } from '../commands/live-text.ts'
import { moveTo, takenBy } from '../commands/move.ts'

/**
 * Whole paragraphs that are dragged come to stand between paragraphs, as one move. Any other drag is left to
 * ProseMirror, which takes words out and puts them in.
 */
export function paragraphDrag(): Plugin {
  return new Plugin({
    props: {
      handleDrop: (view, event, _slice, isMoved) => {
        const block = isMoved && view.editable ? wholeParagraphs(view.state) : null
        const gap = block && gapAt(view, block, event)
        if (!block || gap === null) return false
        const tr = moveTo(view.state, block, gap)
        if (tr) view.dispatch(tr.setMeta('uiEvent', 'drop').scrollIntoView())
        view.focus()
        return true
      },
    },
  })
}

/** The paragraphs of the selection, when it holds every word of them. */
export function wholeParagraphs(state: EditorState): Block | null {
  if (state.selection.empty) return null
  const { from, to } = takenBy(state)
  const first = spanAt(state.doc, from)
  const last = spanAt(state.doc, to)
  if (!first || !last) return null
  const isWhole = liveTextOf(first, first.from, from).text === '' && liveTextOf(last, to).text === ''
  return isWhole ? blockBetween(state.doc, from, to) : null
}

/** The nearer edge of the paragraph under the pointer; null where that is in another container. */
function gapAt(view: EditorView, block: Block, event: MouseEvent): number | null {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  const span = place && spanAt(view.state.doc, place.pos)
  if (!span || span.container !== block.container) return null
  const first = view.nodeDOM(span.from)
  const last = view.nodeDOM(span.ownerFrom)
  if (!(first instanceof HTMLElement) || !(last instanceof HTMLElement)) return null
  const middle = (first.getBoundingClientRect().top + last.getBoundingClientRect().bottom) / 2
  return event.clientY < middle ? span.from : span.to
}
