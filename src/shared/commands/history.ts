import type { Command } from './command.ts'

/** Texts as they once stood, and the record. */
export const historyCommands = [
  {
    id: 'version.name',
    title: 'Name this version…',
    keys: ['Mod-Shift-y'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'version.compareLast',
    title: 'Compare with the last version',
    keys: ['F4'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'version.compareApproved',
    title: 'Compare with the approved version',
    keys: ['Shift-F4'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'version.readApproved',
    title: 'Read the approved version',
    keys: ['Alt-9'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'record.verify',
    title: 'Verify the record',
    keys: ['Alt-0'],
    scope: 'review',
    group: 'Review',
  },
] as const satisfies readonly Command[]
