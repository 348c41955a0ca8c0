import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { DocumentIndex, Range } from '../../../shared/document/document-index.ts'
import type { Target } from '../api.ts'
import { indexOf } from '../indexing/plugin.ts'

type HighlightState = {
  readonly target: Target | null
  /** False shows the selection as a tint, because the browser draws none outside its focus. */
  readonly focused: boolean
}

const key = new PluginKey<HighlightState>('highlight')

export function setHighlight(tr: Transaction, change: Partial<HighlightState>): Transaction {
  return tr.setMeta(key, change).setMeta('addToHistory', false)
}

export function rangesOf(index: DocumentIndex, target: Target): readonly Range[] {
  switch (target.kind) {
    case 'change':
      return index.changes.find((change) => change.id === target.id)?.ranges ?? []
    case 'comment':
      return index.comments.get(target.id)?.ranges ?? []
    case 'claim':
      return index.claims.get(target.id)?.ranges ?? []
  }
}

/** What `goTo`, cards and lists call current, and the selection while a card has the focus. */
export function highlighting(): Plugin<HighlightState> {
  return new Plugin({
    key,
    state: {
      init: (): HighlightState => ({ target: null, focused: true }),
      apply: (tr, value) => {
        const change = tr.getMeta(key) as Partial<HighlightState> | undefined
        return change ? { ...value, ...change } : value
      },
    },
    props: { decorations },
  })
}

function decorations(state: EditorState): DecorationSet {
  const value = key.getState(state)
  if (!value) return DecorationSet.empty
  const list: Decoration[] = []
  if (value.target) {
    const className = `current-${value.target.kind}`
    for (const { from, to } of rangesOf(indexOf(state), value.target)) {
      if (from < to) list.push(Decoration.inline(from, to, { class: className }))
    }
  }
  const { from, to } = state.selection
  if (!value.focused && from < to) list.push(Decoration.inline(from, to, { class: 'held-selection' }))
  return list.length > 0 ? DecorationSet.create(state.doc, list) : DecorationSet.empty
}
