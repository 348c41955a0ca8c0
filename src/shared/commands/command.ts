/**
 * One user command. Keys are written as prosemirror-keymap does: Mod is Ctrl, or ⌘ on a Mac.
 */
export type CommandScope = 'everywhere' | 'desk' | 'review' | 'text'

export type Command = {
  readonly id: string
  readonly title: string
  readonly keys: readonly string[]
  readonly scope: CommandScope
  readonly group: 'File' | 'Edit' | 'Review' | 'View' | 'Go' | 'Help'
}
