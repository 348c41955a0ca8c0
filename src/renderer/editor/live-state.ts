import { history, isHistoryTransaction } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { caretBlock } from './caret-block/plugin.ts'
import { textKeys } from './commands/keys.ts'
import { compositionGuard } from './composition/plugin.ts'
import { corners } from './corners/plugin.ts'
import { freshSelection } from './fresh-selection/plugin.ts'
import { indexing } from './indexing/plugin.ts'
import { guard } from './tracking/guard.ts'
import type { Policy } from './tracking/guard.ts'
import { createInheritance } from './tracking/inherit.ts'
import { stampOf } from './tracking/stamp.ts'
import { trackTransaction } from './tracking/track-transaction.ts'
import { createTypingGroups } from './tracking/typing-groups.ts'

export type LiveStateOptions = {
  readonly doc: Node
  readonly author: () => string
  readonly policy: () => Policy
  readonly newId: () => string
}

export type LiveState = {
  readonly state: EditorState
  /** What is applied in place of a transaction: its tracked form, where the policy asks for one. */
  readonly prepare: (state: EditorState, tr: Transaction) => Transaction
}

/** All of the live view that needs no screen. */
export function createLiveState({ doc, author, policy, newId }: LiveStateOptions): LiveState {
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
        return trackTransaction(state, tr, { author: author(), newId, groups })
      case 'free':
        return inherit(state, tr)
      case 'remarks':
      case 'closed':
        return tr
    }
  }

  const state = EditorState.create({
    doc,
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
  })
  return { state, prepare }
}
