import type { Mark } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState, Transaction } from 'prosemirror-state'
import { anchorsAt } from '../../../shared/document/tracking/anchor-inheritance.ts'
import { containerAround } from '../../../shared/document/containers.ts'
import { keyOf } from '../clipboard/carried.ts'
import { isWithinParagraph, removeSelected } from '../commands/remove-selected.ts'
import { carriedAnchors, carryAnchors, restCaret } from '../tracking/stamp.ts'

/** The comments and claims of the words that the text about to be composed takes the place of. */
const replaced = new PluginKey<readonly Mark[]>('stet-composed-over')

function anchorsOver({ doc, selection }: EditorState): readonly Mark[] {
  const { from, to } = selection
  return containerAround(doc, from).node === containerAround(doc, to).node ? anchorsAt(doc, selection) : []
}

/**
 * An input method writes over a selection letter by letter in the DOM, which ends the composition at its first
 * letter when that DOM then shows the old words as deleted; and over cells it would take their table apart. So the
 * selection is deleted before it begins.
 */
export function compositionGuard(isTracked: () => boolean): Plugin {
  return new Plugin<readonly Mark[]>({
    key: replaced,
    state: {
      init: () => [],
      apply: (tr, anchors) =>
        (tr.getMeta(replaced) as readonly Mark[] | undefined) ?? (tr.docChanged ? [] : anchors),
    },
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          if (view.state.selection.empty || !view.editable) return false
          if (isTracked() || !isWithinParagraph(view.state)) {
            const anchors = anchorsOver(view.state)
            // Before the old words: directly after a mark that does not grow, ProseMirror would start anew.
            view.dispatch(restCaret(removeSelected(view.state.tr), 'before'))
            view.dispatch(view.state.tr.setMeta(replaced, anchors))
          }
          return false
        },
      },
    },
  })
}

/**
 * Gives the first composed letter the anchors of the words it takes the place of, though these went before it came.
 * The letters after it stand among its anchors. Adds to the transaction itself.
 */
export function composedOver(state: EditorState, tr: Transaction): Transaction {
  const anchors = replaced.getState(state) ?? []
  if (anchors.length === 0) return tr
  const { maps } = tr.mapping
  const written: { from: number; to: number }[] = []
  maps.forEach((map, index) => {
    const rest = tr.mapping.slice(index + 1, maps.length)
    map.forEach((_oldFrom, _oldTo, from, to) => {
      written.push({ from: rest.map(from, -1), to: rest.map(to, 1) })
    })
  })
  for (const { from, to } of written) for (const anchor of anchors) tr.addMark(from, to, anchor)
  return carryAnchors(tr, new Set([...carriedAnchors(tr), ...anchors.map(keyOf)]))
}
