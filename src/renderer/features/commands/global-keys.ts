import { commands } from '../../../shared/commands.ts'
import type { Command } from '../../../shared/commands.ts'
import { leaveFind } from '../find/actions.ts'
import { backToText } from '../review/back-to-text.ts'
import { useShell } from '../shell-store.ts'
import { run } from './dispatch.ts'
import { isMac, matchesKeys } from './keys.ts'
import { rememberFocus } from './regions.ts'
import { inScope, scopeNow } from './scope.ts'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select')
}

/** Of the text that is only shown: its editor answers no keys, so those of text commands are told why not. */
function isReadText(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('[role="textbox"][aria-readonly="true"]')
}

function onKeyDown(event: KeyboardEvent): void {
  // The editor answers its own keys first; AltGr types signs and is no Ctrl Alt.
  if (event.defaultPrevented || event.isComposing || event.getModifierState('AltGraph')) return
  if (useShell.getState().dialog !== null) return
  if (event.key === 'Escape') {
    const menuOpen = document.querySelector('[data-popup-open]') !== null
    if (scopeNow() === 'review' && !menuOpen && !leaveFind(event.target)) backToText()
    return
  }
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1
  if (bare && isTyping(event.target)) return
  const screen = scopeNow()
  const all: readonly Command[] = commands
  const command = commands.find(
    (each, index) =>
      // Text commands belong to the editor's own keys: outside of it, Ctrl Z is the field's.
      (each.scope !== 'text' || isReadText(event.target)) &&
      inScope(each.id, screen) &&
      all[index]?.keys.some((keys) => matchesKeys(keys, event, isMac())) === true,
  )
  if (command === undefined) return
  event.preventDefault()
  run(command.id)
}

/** Listens for the keys of every command; returns its undo. */
export function listenForKeys(): () => void {
  const onFocus = (event: FocusEvent): void => rememberFocus(event.target)
  window.addEventListener('keydown', onKeyDown)
  window.addEventListener('focusin', onFocus)
  return () => {
    window.removeEventListener('keydown', onKeyDown)
    window.removeEventListener('focusin', onFocus)
  }
}
