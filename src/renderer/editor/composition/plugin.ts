import { Plugin } from 'prosemirror-state'
import { restCaret } from '../tracking/stamp.ts'

/**
 * An input method writes over a selection letter by letter in the DOM, which ends the composition at its first
 * letter when that DOM then shows the old words as deleted. So the selection is deleted before it begins.
 */
export function compositionGuard(isTracked: () => boolean): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: (view) => {
          if (isTracked() && view.editable && !view.state.selection.empty) {
            // Before the old words: directly after a mark that does not grow, ProseMirror would start anew.
            view.dispatch(restCaret(view.state.tr.deleteSelection(), 'before'))
          }
          return false
        },
      },
    },
  })
}
