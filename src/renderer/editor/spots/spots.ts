import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { Edit } from '../../../shared/contract.ts'
import { replaceMatches } from '../../../shared/document/find/replace-text.ts'
import type { PlacedIndex } from '../../../shared/document/index/document-index.ts'
import { heldWords } from '../../../shared/document/index/held-words.ts'
import type { Range } from '../../../shared/document/range.ts'
import type { Projection } from '../api.ts'
import { nearWindow } from '../dom-ranges.ts'
import { bridgeTo } from '../projection/bridge.ts'
import type { Bridge } from '../projection/bridge.ts'
import { scrollerOf, showPosition } from '../scrolling.ts'
import { aroundSpot } from './around.ts'
import type { Shown, Spots } from './spots-api.ts'
import { hideSpots, showSpots } from './draw.ts'
import { piecesOf } from './pieces.ts'

export type SpotOptions = {
  readonly live: () => EditorView
  readonly index: () => PlacedIndex
  readonly shown: () => EditorView
  readonly which: () => Projection
  readonly entered: () => boolean
  /** The text can be changed now, and in the redline; it is shown when it was not. */
  readonly openText: () => boolean
  readonly showRedline: () => void
  readonly anchorAt: (mark: 'comment' | 'claim', id: string, range: Range) => Edit | null
  readonly publish: () => void
}

type OpenSpots = Spots & {
  /** The text, or what is in sight of it, may have changed. */
  readonly refresh: () => void
  readonly close: () => void
}

/** Comparing a whole text with its final reading takes long enough to be done once for each text. */
function createFinalBridge(): (doc: Node) => Bridge {
  let known: { readonly doc: Node; readonly bridge: Bridge } | null = null
  return (doc) => {
    if (known?.doc !== doc) known = { doc, bridge: bridgeTo(doc, 'final') }
    return known.bridge
  }
}

export function createSpots(options: SpotOptions): OpenSpots {
  const { live, shown, which } = options
  const finalBridge = createFinalBridge()
  let read: ((near: Range) => Shown) | null = null
  let frame = 0
  let scroller: HTMLElement | null = null

  const bridge = (): Bridge =>
    which() === 'final' ? finalBridge(live().state.doc) : bridgeTo(live().state.doc, 'redline')
  const inView = ({ from, to }: Range): Range => {
    const { there } = bridge()
    return { from: there(from), to: there(to) }
  }
  const draw = () => {
    frame = 0
    // The original has other words.
    if (read === null || which() === 'original') return hideSpots()
    const window = nearWindow(shown())
    const { back } = bridge()
    const { current, marked } = read({ from: back(window.from), to: back(window.to) })
    showSpots(shown(), window, current && inView(current), marked.map(inView))
  }
  const refresh = () => {
    if (read !== null && frame === 0) frame = requestAnimationFrame(draw)
  }
  const watch = (next: HTMLElement | null) => {
    if (next === scroller) return
    scroller?.removeEventListener('scroll', refresh)
    scroller = next
    scroller?.addEventListener('scroll', refresh, { passive: true })
  }

  return {
    show: (next) => {
      read = next
      watch(next === null ? null : scrollerOf(shown().dom))
      if (next === null) hideSpots()
      else refresh()
    },
    reveal: (spot) => {
      if (which() !== 'original') showPosition(shown(), inView(spot).from)
      refresh()
    },
    goTo: (spot) => {
      if (which() === 'original') options.showRedline()
      const view = shown()
      const { from, to } = inView(spot)
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
      showPosition(view, from)
      view.focus()
      options.publish()
    },
    selected: () => {
      if (!options.entered() || which() === 'original') return null
      const { from, to } = shown().state.selection
      const { back } = bridge()
      return { from: back(from), to: back(to) }
    },
    anchor: options.anchorAt,
    replace: (spot, words) => {
      if (!options.openText()) return false
      const { state } = live()
      const { ranges, text, marks } = piecesOf(state.doc, spot)
      const tr = state.tr
      replaceMatches(tr, [{ ...spot, ranges, text, marks }], words, true)
      // An act of its own for undo.
      live().dispatch(closeHistory(state.tr))
      live().dispatch(tr)
      live().dispatch(closeHistory(live().state.tr))
      options.publish()
      return true
    },
    around: (spot) => aroundSpot(live().state.doc, spot),
    held: () => heldWords(options.index()),
    refresh,
    close: () => {
      cancelAnimationFrame(frame)
      watch(null)
      hideSpots()
    },
  }
}
