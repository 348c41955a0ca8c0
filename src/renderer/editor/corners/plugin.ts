import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { allPlaces } from '../../../shared/document/index-places.ts'
import type { Range } from '../../../shared/document/range.ts'
import { indexOf } from '../indexing/plugin.ts'

type Corners = { readonly ranges: readonly Range[]; readonly set: DecorationSet }

const key = new PluginKey<Corners>('corners')

/**
 * The grey corners that say which words a claim covers. They are drawn by `::before` and `::after` of the first and
 * last character's own element, so that they never enter the document, the clipboard or the reading order.
 */
export function corners(): Plugin<Corners> {
  return new Plugin({
    key,
    state: {
      init: (_config, state) => draw(state, rangesOf(state)),
      apply: (tr, value, _old, state) => (tr.docChanged ? update(tr, value, state) : value),
    },
    props: { decorations: (state) => key.getState(state)?.set },
  })
}

function rangesOf(state: EditorState): readonly Range[] {
  return allPlaces(indexOf(state), 'claim')
}

/** Most edits only shift the claims: then the old corners shift with them, and nothing is built anew. */
function update(tr: Transaction, before: Corners, state: EditorState): Corners {
  const ranges = rangesOf(state)
  const shifted =
    ranges.length === before.ranges.length &&
    before.ranges.every(
      ({ from, to }, index) =>
        tr.mapping.map(from, 1) === ranges[index]?.from && tr.mapping.map(to, -1) === ranges[index]?.to,
    )
  return shifted ? { ranges, set: before.set.map(tr.mapping, tr.doc) } : draw(state, ranges)
}

function draw(state: EditorState, ranges: readonly Range[]): Corners {
  const list = ranges.flatMap(({ from, to }) => {
    if (from >= to) return []
    const text = state.doc.textBetween(from, to, '\n', '\n')
    const first = lengthOf(text.codePointAt(0))
    const last = lengthOf(text.codePointAt(Math.max(0, text.length - 2)))
    return [
      Decoration.inline(from, Math.min(from + first, to), { class: 'claim-start' }),
      Decoration.inline(Math.max(to - last, from), to, { class: 'claim-end' }),
    ]
  })
  return { ranges, set: DecorationSet.create(state.doc, list) }
}

/** In UTF-16 units: a pair of surrogates is never cut. */
function lengthOf(codePoint: number | undefined): number {
  return (codePoint ?? 0) > 0xffff ? 2 : 1
}
