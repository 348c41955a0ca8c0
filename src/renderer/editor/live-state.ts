import { closeHistory, history, isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { autocorrect } from './autocorrect/plugin.ts'
import { textKeys } from './commands/keys.ts'
import { typingOver } from './commands/remove-selected.ts'
import { tabKeys } from './commands/tab.ts'
import { composedOver, compositionGuard } from './composition/plugin.ts'
import { decorations } from './decorations/plugin.ts'
import { freshSelection } from './fresh-selection/plugin.ts'
import { returnedFocus } from './fresh-selection/returned-focus.ts'
import { indexing } from './indexing/plugin.ts'
import { notes } from './notes/plugin.ts'
import { editingContext } from './tracking/context.ts'
import { guard } from './tracking/guard.ts'
import type { Policy } from './tracking/guard.ts'
import { createInheritance } from './tracking/inherit.ts'
import { isMove, stampOf } from './tracking/stamp.ts'
import { trackTransaction } from './tracking/track-transaction.ts'
import { createTypingGroups } from './tracking/typing-groups.ts'

export type LiveStateOptions = {
  readonly doc: Node
  readonly author: () => string
  readonly policy: () => Policy
  readonly newId: () => string
  /** Whether typing is corrected; never, where it is not given. */
  readonly autocorrect?: () => boolean
}

export type LiveState = {
  readonly state: EditorState
  /** What is applied in place of a transaction: its tracked form, where the policy asks for one. */
  readonly prepare: (state: EditorState, tr: Transaction) => Transaction
}

/** All of the live view that needs no screen. */
export function createLiveState(options: LiveStateOptions): LiveState {
  const { doc, author, policy, newId, autocorrect: isOn = () => false } = options
  const groups = createTypingGroups()
  const inherit = createInheritance()
  let wasApart = false

  const edited = (state: EditorState, local: Transaction): Transaction => {
    const tr = composedOver(state, local)
    switch (policy()) {
      case 'tracked':
        return trackTransaction(state, tr, { author: author(), newId, groups })
      case 'free':
        // Moved paragraphs bring their tracking and their anchors along; nothing has to be settled.
        return isMove(tr) ? tr : inherit(state, tr)
      case 'remarks':
      case 'closed':
        return tr
    }
  }

  const prepare = (state: EditorState, tr: Transaction): Transaction => {
    if (isHistoryTransaction(tr) || stampOf(tr) !== null) {
      if (tr.docChanged) {
        groups.close()
        wasApart = stampOf(tr) === 'decide'
      }
      return wasApart && tr.docChanged ? closeHistory(tr) : tr
    }
    if (!tr.docChanged) return tr
    // A move is undone alone, however soon it follows, or typing follows it; so is one that is taken back.
    const isApart = isMove(tr) || wasApart
    wasApart = isMove(tr)
    return isApart ? closeHistory(edited(state, tr)) : edited(state, tr)
  }

  const state = EditorState.create({
    doc,
    plugins: [
      guard(policy),
      editingContext({ policy, author }),
      indexing(),
      decorations({ caret: true }),
      freshSelection(),
      returnedFocus(),
      notes(),
      textKeys(),
      tabKeys(),
      autocorrect(isOn),
      typingOver(),
      history(),
      compositionGuard(() => policy() === 'tracked'),
    ],
  })
  return { state, prepare }
}
