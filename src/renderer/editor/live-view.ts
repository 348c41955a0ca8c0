import 'prosemirror-view/style/prosemirror.css'
import { history, isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import { EditorView } from 'prosemirror-view'
import { finalSlice } from './clipboard/copied.ts'
import { caretBlock } from './caret-block/plugin.ts'
import { cleanPastedHtml } from './clipboard/pasted-html.ts'
import { stripTracking } from './clipboard/strip.ts'
import { textKeys } from './commands/keys.ts'
import { compositionGuard } from './composition/plugin.ts'
import { corners } from './corners/plugin.ts'
import { freshSelection } from './fresh-selection/plugin.ts'
import { holdSelection, releaseSelection } from './held-selection/held-selection.ts'
import { indexing } from './indexing/plugin.ts'
import { labelledMarks } from './labels/mark-views.ts'
import type { NameOf } from './labels/mark-views.ts'
import { guard } from './tracking/guard.ts'
import type { Policy } from './tracking/guard.ts'
import { createInheritance } from './tracking/inherit.ts'
import { stampOf } from './tracking/stamp.ts'
import { trackTransaction } from './tracking/track-transaction.ts'
import { createTypingGroups } from './tracking/typing-groups.ts'

export type LiveOptions = {
  readonly doc: Node
  readonly attributes: Record<string, string>
  readonly author: () => string
  readonly policy: () => Policy
  readonly newId: () => string
  readonly nameOf: NameOf
  readonly onSteps: (steps: readonly Step[]) => void
  /** After every transaction, also one that only moved the caret. */
  readonly onUpdate: (docChanged: boolean) => void
  readonly onFocus: () => void
  readonly onBlur: () => void
}

/** The view of the document itself, in which every local edit is tracked before it is applied. */
export function createLiveView(mount: HTMLElement, options: LiveOptions): EditorView {
  const { policy } = options
  const groups = createTypingGroups()
  const inherit = createInheritance()

  const prepare = (state: EditorState, tr: Transaction): Transaction => {
    if (isHistoryTransaction(tr) || stampOf(tr) !== null) {
      if (tr.docChanged) groups.close()
      return tr
    }
    if (!tr.docChanged) return tr
    switch (policy()) {
      case 'tracked':
        return trackTransaction(state, tr, { author: options.author(), newId: options.newId, groups })
      case 'free':
        return inherit(state, tr)
      case 'remarks':
      case 'closed':
        return tr
    }
  }

  const view: EditorView = new EditorView(mount, {
    state: EditorState.create({
      doc: options.doc,
      plugins: [
        guard(policy),
        indexing(),
        caretBlock(),
        corners(),
        freshSelection(),
        textKeys(),
        history(),
        compositionGuard(() => policy() === 'tracked'),
      ],
    }),
    attributes: options.attributes,
    editable: () => policy() === 'tracked' || policy() === 'free',
    markViews: labelledMarks(options.nameOf),
    transformCopied: finalSlice,
    transformPasted: stripTracking,
    transformPastedHTML: cleanPastedHtml,
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
  return view
}
