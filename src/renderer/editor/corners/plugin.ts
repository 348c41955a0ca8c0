import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { placesBetween } from '../../../shared/document/index-places.ts'
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
      init: (_config, state) => drawAll(state),
      apply: (tr, set, old, state) => (tr.docChanged ? update(tr, set, old.doc, state) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** More blocks than this are changed by decisions on many changes alone; all corners are then made sooner anew. */
const MANY_BLOCKS = 100

function drawAll(state: EditorState): DecorationSet {
  return DecorationSet.create(state.doc, draw(state, { from: 0, to: state.doc.content.size }))
}

/** Each block has corners of its own: those of blocks that are the same as before only shift. */
function update(tr: Transaction, set: DecorationSet, before: Node, state: EditorState): DecorationSet {
  const changed = changedBlocks(before, state.doc)
  if (changed && changed.blocks > MANY_BLOCKS) return drawAll(state)
  const shifted = set.map(tr.mapping, tr.doc)
  if (!changed) return shifted
  const known = shifted.find(changed.from, changed.to)
  const drawn = draw(state, changed)
  return known.length + drawn.length === 0 ? shifted : shifted.remove(known).add(state.doc, drawn)
}

type Stretch = { readonly from: number; readonly to: number }

/** Where the blocks stand that are not in the document before; null when there are none. */
function changedBlocks(before: Node, doc: Node): (Stretch & { readonly blocks: number }) | null {
  const limit = Math.min(before.childCount, doc.childCount)
  let first = 0
  let from = 0
  while (first < limit && before.child(first) === doc.child(first)) {
    from += doc.child(first).nodeSize
    first += 1
  }
  let last = 0
  let to = doc.content.size
  while (
    last < limit - first &&
    before.child(before.childCount - 1 - last) === doc.child(doc.childCount - 1 - last)
  ) {
    to -= doc.child(doc.childCount - 1 - last).nodeSize
    last += 1
  }
  return from < to ? { from, to, blocks: doc.childCount - first - last } : null
}

function draw(state: EditorState, { from, to }: Stretch): Decoration[] {
  return placesBetween(indexOf(state), 'claim', from, to).flatMap((place) => cornersOf(state.doc, place))
}

function cornersOf(doc: Node, { from, to }: Stretch): Decoration[] {
  if (from >= to) return []
  const text = doc.textBetween(from, to, '\n', '\n')
  const first = lengthOf(text.codePointAt(0))
  const last = lengthOf(text.codePointAt(Math.max(0, text.length - 2)))
  return [
    Decoration.inline(from, Math.min(from + first, to), { class: 'claim-start' }),
    Decoration.inline(Math.max(to - last, from), to, { class: 'claim-end' }),
  ]
}

/** In UTF-16 units: a pair of surrogates is never cut. */
function lengthOf(codePoint: number | undefined): number {
  return (codePoint ?? 0) > 0xffff ? 2 : 1
}
