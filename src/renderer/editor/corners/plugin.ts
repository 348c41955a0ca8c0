import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import type { Node } from 'prosemirror-model'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { indexOf } from '../indexing/plugin.ts'

const key = new PluginKey<DecorationSet>('corners')

/**
 * The grey corners that say which words a claim covers. They are drawn by `::before` and `::after` of the first and
 * last character's own element, so that they never enter the document, the clipboard or the reading order.
 */
export function corners(): Plugin<DecorationSet> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => draw(state),
      apply: (tr, set, _old, state) => (tr.docChanged ? draw(state) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

function draw(state: EditorState): DecorationSet {
  const list: Decoration[] = []
  for (const claim of indexOf(state).claims.values()) {
    for (const { from, to } of claim.ranges) {
      if (from >= to) continue
      const first = Math.min(from + firstCharacter(state.doc, from), to)
      const last = Math.max(to - lastCharacter(state.doc, to), from)
      list.push(Decoration.inline(from, first, { class: 'claim-start' }))
      list.push(Decoration.inline(last, to, { class: 'claim-end' }))
    }
  }
  return DecorationSet.create(state.doc, list)
}

/** Length in UTF-16 units of the character after `position`; a pair of surrogates is never cut. */
function firstCharacter(doc: Node, position: number): number {
  const code = doc.resolve(position).nodeAfter?.text?.codePointAt(0) ?? 0
  return code > 0xffff ? 2 : 1
}

function lastCharacter(doc: Node, position: number): number {
  const text = doc.resolve(position).nodeBefore?.text ?? ''
  const code = text.length > 1 ? (text.codePointAt(text.length - 2) ?? 0) : 0
  return code > 0xffff ? 2 : 1
}
