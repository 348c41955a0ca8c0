import { Plugin } from 'prosemirror-state'
import { isWithinParagraph, removeSelected } from '../commands/remove-selected.ts'
import { restCaret } from '../tracking/stamp.ts'

/**
 * An input method writes over a selection letter by letter in the DOM, which ends the composition at its first
 * letter when that DOM then shows the old words as deleted; and over cells it would take their table apart. So the
 * selection is deleted before it begins.
 */
export function compositionGuard(isTracked: () => boolean): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          if (view.state.selection.empty || !view.editable) return false
          if (isTracked() || !isWithinParagraph(view.state)) {
            // Before the old words: directly after a mark that does not grow, ProseMirror would start anew.
            view.dispatch(restCaret(removeSelected(view.state.tr), 'before'))
          }
          return false
        },
      },
    },
  })
}
