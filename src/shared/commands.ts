import { approvalCommands } from './commands/approval.ts'
import type { Command, CommandScope } from './commands/command.ts'
import { editCommands } from './commands/edit.ts'
import { fileCommands, placeCommands } from './commands/frame.ts'
import { historyCommands } from './commands/history.ts'
import { reviewCommands } from './commands/review.ts'
import { tableCommands } from './commands/tables.ts'

export type { Command, CommandScope }

/** Every user command: the one list that the palette, the key table, the native menu and the toolbars read. */
export const commands = [
  ...fileCommands,
  ...editCommands,
  ...tableCommands,
  ...reviewCommands,
  ...historyCommands,
  ...approvalCommands,
  ...placeCommands,
] as const

export type CommandId = (typeof commands)[number]['id']
/** Those that the editor itself carries out. */
export type TextCommandId = Extract<(typeof commands)[number], { readonly scope: 'text' }>['id']
