import type { Command } from './command.ts'

export const tableCommands = [
  { id: 'table.insert', title: 'Insert a table', keys: ['Mod-Alt-Shift-t'], scope: 'text', group: 'Edit' },
  {
    id: 'table.rowAbove',
    title: 'Table: row above',
    keys: ['Mod-Alt-Shift-u'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.rowBelow',
    title: 'Table: row below',
    keys: ['Mod-Alt-Shift-b'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.columnLeft',
    title: 'Table: column to the left',
    keys: ['Mod-Alt-Shift-l'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.columnRight',
    title: 'Table: column to the right',
    keys: ['Mod-Alt-Shift-g'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.deleteRow',
    title: 'Table: delete the row',
    keys: ['Mod-Alt-Shift-k'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.deleteColumn',
    title: 'Table: delete the column',
    keys: ['Mod-Alt-Shift-j'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.delete',
    title: 'Table: delete it',
    keys: ['Mod-Alt-Shift-x'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'table.header',
    title: 'Table: header row on or off',
    keys: ['Mod-Alt-Shift-h'],
    scope: 'text',
    group: 'Edit',
  },
] as const satisfies readonly Command[]
