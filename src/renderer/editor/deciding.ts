import { closeHistory } from 'prosemirror-history'
import type { EditorView } from 'prosemirror-view'
import { decide } from '../../shared/document/decide/decide.ts'
import { decisionInWords } from './changes/decision-words.ts'
import type { Decided, EditorOptions, MadeSet } from './api.ts'
import { indexOf } from './indexing/plugin.ts'
import { stamp } from './tracking/stamp.ts'

import { isOpen } from './editor-parts.ts'
import type { Parts, Settings } from './editor-parts.ts'

/** The set of what the act under way has made, once it stands in the text. */
export function takeMade(options: EditorOptions, settings: Settings, live: EditorView): MadeSet | undefined {
  if (settings.making === null) return undefined
  const { label, ids } = settings.making
  const open = new Set(indexOf(live.state).changes.map((change) => change.id))
  const changeIds = ids.filter((id) => open.has(id))
  if (changeIds.length === 0) return undefined
  const set = { id: options.newId(), label, changeIds }
  settings.changeSets = [...settings.changeSets, set]
  return set
}

/** Takes the open ones of the changes; a history event of its own, saved together with who decided. */
export function decideChanges({ options, settings, live, policy, publish }: Parts, wanted: Decided): void {
  if (!isOpen(policy())) return
  const chosen = new Set(wanted.changeIds)
  const changes = indexOf(live.state).changes.filter((change) => chosen.has(change.id))
  const changeIds = changes.map((change) => change.id)
  if (changeIds.length === 0) return
  const verdict = wanted.verdict === 'accepted' ? 'accept' : 'reject'
  const tr = closeHistory(stamp(live.state.tr, 'decide'))
  for (const step of decide(live.state.doc, new Set(changeIds), verdict).steps) tr.step(step)
  settings.deciding = { ...wanted, changeIds }
  live.dispatch(tr)
  settings.deciding = null
  live.dispatch(closeHistory(live.state.tr))
  const open = indexOf(live.state).changeCount
  options.announce(decisionInWords(changes, wanted.verdict, open, options.nameOf))
  publish()
}
