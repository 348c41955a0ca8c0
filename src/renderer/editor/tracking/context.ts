import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import type { Policy } from './guard.ts'

/** Who edits, and under which policy: for the few commands that do another thing where nothing is tracked. */
export type EditingContext = { readonly policy: () => Policy; readonly author: () => string }

const key = new PluginKey<EditingContext>('stet-editing-context')

export function editingContext(context: EditingContext): Plugin {
  return new Plugin({ key, state: { init: () => context, apply: (_, value) => value } })
}

export function contextOf(state: EditorState): { readonly policy: Policy; readonly author: string } {
  const context = key.getState(state)
  return { policy: context?.policy() ?? 'closed', author: context?.author() ?? '' }
}
