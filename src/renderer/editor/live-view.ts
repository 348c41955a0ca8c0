import 'prosemirror-view/style/prosemirror.css'
import type { Step } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import { clipboard } from './clipboard/plugin.ts'
import { holdSelection, releaseSelection } from './held-selection/held-selection.ts'
import { labelledMarks } from './labels/mark-views.ts'
import type { NameOf } from './labels/mark-views.ts'
import { createLiveState } from './live-state.ts'
import type { LiveStateOptions } from './live-state.ts'
import { nodeViews } from './node-views.ts'
import { paragraphDrag } from './paragraph-drag/plugin.ts'
import { pictureFiles } from './pictures/files.ts'
import { placeLinks } from './links/plugin.ts'
import { chips } from './preserved/plugin.ts'
import { spareSelectionWalk } from './selection-walk.ts'

export type LiveOptions = LiveStateOptions & {
  readonly attributes: Record<string, string>
  readonly nameOf: NameOf
  /** Anything worth saying aloud. */
  readonly announce: (message: string) => void
  readonly refuse: (message: string) => void
  readonly onPicture?: ((file: File) => void) | undefined
  readonly onSteps: (steps: readonly Step[]) => void
  /** After every transaction, also one that only moved the caret. */
  readonly onUpdate: (docChanged: boolean) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/** The view of the document itself, in which every local edit is tracked before it is applied. */
export function createLiveView(mount: HTMLElement, options: LiveOptions): EditorView {
  const { policy } = options
  const { state, prepare } = createLiveState(options)

  const view: EditorView = new EditorView(mount, {
    state,
    attributes: options.attributes,
    editable: () => policy() === 'tracked' || policy() === 'free',
    markViews: labelledMarks(options.nameOf),
    nodeViews: nodeViews(),
    // The first that takes a drop has it.
    plugins: [
      pictureFiles((file) => options.onPicture?.(file)),
      paragraphDrag(),
      clipboard(options),
      chips(options.announce),
      placeLinks(options.refuse),
    ],
    handleDOMEvents: {
      focus: () => {
        options.onFocus()
        releaseSelection()
        return false
      },
      blur: () => {
        holdSelection(view)
        options.onBlur()
        return false
      },
    },
    dispatchTransaction: (tr) => {
      const { state, transactions } = view.state.applyTransaction(prepare(view.state, tr))
      // Also when the guard refused it: the browser may have typed into the DOM already, which this puts right.
      view.updateState(state)
      const steps = transactions.flatMap((applied) => applied.steps)
      if (steps.length > 0) options.onSteps(steps)
      options.onUpdate(steps.length > 0)
    },
  })
  spareSelectionWalk(view.dom)
  return view
}
