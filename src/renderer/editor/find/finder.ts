import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { FindQuery } from '../../../shared/document/find/find-fold.ts'
import { findText, matchAt, matchFrom } from '../../../shared/document/find/find-text.ts'
import type { Match } from '../../../shared/document/find/find-text.ts'
import { replaceMatches } from '../../../shared/document/find/replace-text.ts'
import { deletionOf } from '../../../shared/document/tracking-state.ts'
import { scrollerOf, showPosition } from '../scrolling.ts'
import { hideMatches, showMatches } from './highlights.ts'
import { replaceAllLabel } from './label.ts'

/** How many places there are, and which of them is selected, from 1; 0 when none is. */
export type Found = { readonly count: number; readonly at: number }

/** Finding and replacing in the text that is shown. */
export type Finder = {
  /** Tints every place of the words; null ends it. */
  search(query: FindQuery | null): void
  /** Selects the next or the previous place, going round at the ends; false when there is none. */
  go(direction: -1 | 1): boolean
  /** Puts the words in the selected place and goes on to the next; where none is selected it only goes on. */
  replace(words: string): void
  /** One act and one set of changes. Answers in how many places. */
  replaceAll(words: string): number
  /** What is selected, where it could be looked for: a few final words of one paragraph; else empty. */
  selectedWords(): string
}

export type FinderOptions = {
  readonly live: () => EditorView
  readonly shown: () => EditorView
  /** The text can be changed now, and in the redline; it is shown when it was not. False when it cannot. */
  readonly openText: () => boolean
  /** Does what `act` does, its changes kept as one set under the label. */
  readonly asSet: (label: string, act: () => void) => void
  /** Tells the frame around the editor what is so now. */
  readonly publish: () => void
}

type Search = Finder & {
  readonly found: () => Found | null
  /** The text, or what is in sight of it, may have changed. */
  readonly refresh: () => void
  readonly close: () => void
}

const LONGEST_WORDS = 100

export function createFinder({ live, shown, openText, asSet, publish }: FinderOptions): Search {
  let query: FindQuery | null = null
  let known: { readonly doc: Node; readonly query: FindQuery; readonly matches: readonly Match[] } | null =
    null
  let frame = 0
  let scroller: HTMLElement | null = null

  const matchesIn = ({ state: { doc } }: EditorView): readonly Match[] => {
    if (query === null) return []
    if (known?.doc !== doc || known.query !== query) known = { doc, query, matches: findText(doc, query) }
    return known.matches
  }
  const draw = () => {
    frame = 0
    if (query === null) return hideMatches()
    const view = shown()
    const matches = matchesIn(view)
    showMatches(view, matches, matches[matchAt(matches, view.state.selection) - 1] ?? null)
  }
  const refresh = () => {
    if (query !== null && frame === 0) frame = requestAnimationFrame(draw)
  }
  const watch = (next: HTMLElement | null) => {
    scroller?.removeEventListener('scroll', refresh)
    scroller = next
    scroller?.addEventListener('scroll', refresh, { passive: true })
  }
  const select = (match: Match) => {
    const view = shown()
    const selection = TextSelection.create(view.state.doc, match.from, match.to)
    view.dispatch(view.state.tr.setSelection(selection))
    showPosition(view, match.from)
    publish()
  }
  const replaceIn = (matches: readonly Match[], words: string, matchCase: boolean) => {
    const { state } = live()
    const tr = state.tr
    replaceMatches(tr, matches, words, matchCase)
    // An act of its own for undo.
    live().dispatch(closeHistory(state.tr))
    live().dispatch(tr)
    live().dispatch(closeHistory(live().state.tr))
  }
  const go = (direction: -1 | 1): boolean => {
    const match = matchFrom(matchesIn(shown()), shown().state.selection, direction)
    if (match) select(match)
    return match !== null
  }

  return {
    search: (next) => {
      if (query === null && next === null) return
      query = next
      watch(next === null ? null : scrollerOf(shown().dom))
      draw()
      publish()
    },
    go,
    replace: (words) => {
      if (query === null || !openText()) return
      const matches = matchesIn(live())
      const match = matches[matchAt(matches, live().state.selection) - 1]
      if (match) replaceIn([match], words, query.matchCase)
      go(1)
      publish()
    },
    replaceAll: (words) => {
      if (query === null || !openText()) return 0
      const matches = matchesIn(live())
      const { text, matchCase } = query
      if (matches.length === 0) return 0
      asSet(replaceAllLabel(text, words, matches.length), () => replaceIn(matches, words, matchCase))
      publish()
      return matches.length
    },
    selectedWords: () => {
      const { doc, selection } = shown().state
      const { from, to, $from, $to } = selection
      if (!$from.sameParent($to) || !$from.parent.isTextblock || to - from > 4 * LONGEST_WORDS) return ''
      let words = ''
      doc.nodesBetween(from, to, (node, at) => {
        if (node.isText && !deletionOf(node.marks)) {
          words += (node.text ?? '').slice(Math.max(0, from - at), to - at)
        }
      })
      return words.length > LONGEST_WORDS ? '' : words
    },
    found: () => {
      if (query === null) return null
      const matches = matchesIn(shown())
      return { count: matches.length, at: matchAt(matches, shown().state.selection) }
    },
    refresh,
    close: () => {
      cancelAnimationFrame(frame)
      watch(null)
      hideMatches()
    },
  }
}
