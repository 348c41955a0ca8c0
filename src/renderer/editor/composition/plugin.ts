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
            view.dispatch(restCaret(view.state.tr.deleteSelection(), 'after'))
          }
          return false
        },
      },
    },
  })
}
