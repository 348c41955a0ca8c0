import type { EditorView } from 'prosemirror-view'
import type { Decided, EditorOptions, MadeSet, Mode } from './api.ts'
import type { Finder } from './find/finder.ts'
import type { HighlightSheet } from './highlight/sheet.ts'
import type { Projections } from './projection/projections.ts'
import type { Spots } from './spots/spots-api.ts'
import type { Saver } from './saving/saver.ts'
import type { Policy } from './tracking/guard.ts'

/** What the parts of an open editor share. */

/** What may change while an editor is open. */
export type Settings = {
  mode: Mode
  locked: boolean
  author: string
  /** The store takes nothing more from this window. */
  refused: boolean
  /** False until somebody has been in the text: before that its caret says nothing. */
  entered: boolean
  alive: boolean
  /** The decision that the steps now being dispatched carry out. */
  deciding: Decided | null
  /** The act whose changes are to be one set, and the ids that it has made so far. */
  making: { readonly label: string; readonly ids: string[] } | null
  changeSets: readonly MadeSet[]
}

export type Parts = {
  readonly options: EditorOptions
  readonly settings: Settings
  readonly saver: Saver
  readonly live: EditorView
  readonly projections: Projections
  readonly highlights: HighlightSheet
  readonly finder: Finder
  readonly spots: Spots
  readonly policy: () => Policy
  /** Tells the frame around the editor what is so now. */
  readonly publish: () => void
}

export function policyOf(settings: Settings): Policy {
  if (settings.locked || settings.refused) return 'closed'
  if (settings.mode === 'read') return 'remarks'
  return settings.mode === 'suggest' ? 'tracked' : 'free'
}

/** Whether the text itself may be changed. */
export function isOpen(policy: Policy): boolean {
  return policy === 'tracked' || policy === 'free'
}

/** ProseMirror asks `editable` again only when its props change. */
export function refreshEditable(view: EditorView): void {
  view.setProps({})
}
