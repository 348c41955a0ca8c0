import { Plugin, TextSelection } from 'prosemirror-state'
import { showPosition } from '../scrolling.ts'
import { headingOf, placeName } from './place.ts'

/**
 * Links to a place in the same document. The address of the window names the screen, so the browser must not follow
 * them: where the text is not edited a click leads to the heading they name, and else it puts the caret.
 */
export function placeLinks(refuse: (message: string) => void = () => undefined): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        click: (view, event) => {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null
          const name = placeName(link?.getAttribute('href') ?? '')
          if (link === null || name === null) return false
          event.preventDefault()
          if (view.editable && !event.ctrlKey && !event.metaKey) return false
          const position = headingOf(view.state.doc, link.textContent)
          if (position === null) {
            refuse(`This leads to “${name}”, a place that only the Word file knows. The link works there.`)
            return true
          }
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, position)))
          showPosition(view, position)
          return true
        },
      },
    },
  })
}
