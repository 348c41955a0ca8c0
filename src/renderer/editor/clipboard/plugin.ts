import { Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { keyOf, leftAfterCut, onTheWay } from './carried.ts'
import { copiedText, finalSlice } from './copied.ts'
import { cutSelection } from './cut.ts'
import { readPastedHtml } from './pasted-html.ts'
import type { PastedHtml } from './pasted-html.ts'
import { dropSlice, pasteSlice } from './place.ts'
import { plainTextSlice } from './plain-text.ts'
import { copySerializer } from './serializer.ts'
import { stripTracking } from './strip.ts'

/**
 * What was last copied or cut here. The clipboard holds a token of it; what the token means is known for as long as
 * the editor lives.
 */
type Taken = {
  readonly token: string
  readonly slice: Slice
  /** Of a cut, how much of each of its anchors stayed; null for a copy. */
  readonly left: ReadonlyMap<string, number> | null
}

export type ClipboardOptions = {
  readonly newId: () => string
  /** Why nothing was pasted, or what was left out. */
  readonly announce: (message: string) => void
}

/**
 * Text and foreign HTML are read here, not by ProseMirror: since a footnote may hold paragraphs, it would make one
 * of any two that are pasted into a line.
 */
type Incoming = PastedHtml | { readonly kind: 'text'; readonly slice: Slice } | { readonly kind: 'nothing' }

/** UTF-16 units. */
const MAX_TEXT = 10_000_000

const TOO_MUCH =
  'This is too much to paste at once. Nothing was pasted, and the text is as it was; bring it in as a file, or paste a part of it.'
const NO_PICTURES = 'Pasted without its pictures.'

/** Whether what is dragged was selected text, and not a picture that was pulled out of it. */
function isTextDrag(view: EditorView): boolean {
  const dragging = view.dragging as { readonly node?: unknown } | null
  return dragging !== null && dragging.node === undefined && !view.state.selection.empty
}

/**
 * Copied text is the final projection. Pasted text comes in with its structure and without foreign style, and the
 * tracker sees it like any other edit. Words that are cut or dragged keep their comments and claims.
 */
export function clipboard({ newId, announce }: ClipboardOptions): Plugin {
  let taken: Taken | null = null
  let isCut = false
  /** What the paste or drop under way holds. */
  let incoming: Incoming = { kind: 'nothing' }

  const take = () => {
    isCut = false
    return false
  }
  const startAnew = () => {
    incoming = { kind: 'nothing' }
    return false
  }
  const begin = (_: EditorView, event: ClipboardEvent): boolean => {
    startAnew()
    if (event.clipboardData?.types.length !== 0) return false
    // ProseMirror would have the browser paste into a field of its own, and take for pasted what is typed meanwhile.
    event.preventDefault()
    return true
  }
  const refuse = (): boolean => {
    if (incoming.kind !== 'too much') return false
    announce(TOO_MUCH)
    return true
  }

  return new Plugin({
    props: {
      handleDOMEvents: {
        cut: (view, event) => {
          isCut = true
          return cutSelection(view, event)
        },
        copy: take,
        dragstart: take,
        paste: begin,
        drop: startAnew,
      },
      clipboardTextSerializer: copiedText,
      clipboardSerializer: copySerializer(() => taken?.token ?? ''),
      transformCopied: (slice, { state }) => {
        const final = finalSlice(slice)
        taken = { token: newId(), slice: final, left: isCut ? leftAfterCut(state.doc, final) : null }
        return final
      },
      transformPastedHTML: (html) => {
        incoming = readPastedHtml(html)
        return incoming.kind === 'own' ? incoming.html : ''
      },
      clipboardTextParser: (text, context) => {
        const isTooMuch = text.length > MAX_TEXT
        const slice = isTooMuch ? Slice.empty : plainTextSlice(text, context.marks())
        incoming = isTooMuch ? { kind: 'too much' } : { kind: 'text', slice }
        return slice
      },
      transformPasted: (slice, view) => {
        if (view.dragging?.slice === slice) return slice
        if (incoming.kind !== 'own') return 'slice' in incoming ? stripTracking(incoming.slice) : Slice.empty
        // What was taken from here is known whole; the HTML on the clipboard is for other programs.
        const known = taken !== null && incoming.token === taken.token ? taken : null
        if (!known) return stripTracking(slice)
        const carried = known.left ? onTheWay(view.state.doc, known.left) : new Set<string>()
        return stripTracking(known.slice, (mark) => carried.has(keyOf(mark)))
      },
      handlePaste: (view, event, slice) => {
        if (refuse()) return true
        // Nothing that is text was in it; an empty slice would take the selection away.
        if (slice.size === 0)
          return event.clipboardData?.types.some((type) => type.startsWith('text/')) ?? false
        view.dispatch(pasteSlice(view.state, slice))
        if (incoming.kind === 'foreign' && incoming.pictures > 0) announce(NO_PICTURES)
        return true
      },
      handleDrop: (view, event, slice, moved) => {
        if (view.dragging === null) return refuse()
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (!place || !isTextDrag(view)) return false
        const tr = dropSlice(view.state, moved ? slice : stripTracking(slice), place.pos, moved)
        if (tr) {
          view.focus()
          view.dispatch(tr)
        }
        return true
      },
    },
  })
}
