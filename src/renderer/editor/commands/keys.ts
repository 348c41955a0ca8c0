import { selectAll } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Command, Plugin } from 'prosemirror-state'
import { commands } from '../../../shared/commands.ts'
import { deleteBackward, deleteForward } from './deletion.ts'
import { insertBreak, splitParagraph } from './split.ts'
import { TEXT_COMMANDS } from './text-commands.ts'

/**
 * Keys of the text. Those of commands.ts come from there; the others are what a text field does by itself, bound
 * here so that no edit is made by the browser behind the tracker's back.
 */
export function textKeys(): Plugin {
  const bindings: Record<string, Command> = {
    Backspace: deleteBackward('character'),
    'Shift-Backspace': deleteBackward('character'),
    Delete: deleteForward('character'),
    'Mod-Backspace': deleteBackward('word'),
    'Alt-Backspace': deleteBackward('word'),
    'Mod-Delete': deleteForward('word'),
    'Alt-Delete': deleteForward('word'),
    Enter: splitParagraph,
    'Shift-Enter': insertBreak,
    'Mod-a': selectAll,
  }
  for (const { id, keys, scope } of commands) {
    const command = scope === 'text' ? TEXT_COMMANDS[id] : undefined
    if (command) for (const name of keys) bindings[name] = command
  }
  return keymap(bindings)
}
