import type { Command } from './command.ts'

export const fileCommands = [
  { id: 'article.open', title: 'Open a file…', keys: ['Mod-o'], scope: 'everywhere', group: 'File' },
  { id: 'article.paste', title: 'Paste a draft', keys: ['Mod-Alt-v'], scope: 'desk', group: 'File' },
  {
    id: 'article.details',
    title: 'Slug, byline, desk and due…',
    keys: ['Mod-Alt-i'],
    scope: 'review',
    group: 'File',
  },
  {
    id: 'article.cameIn',
    title: 'What came in with the file…',
    keys: ['Mod-Alt-Shift-q'],
    scope: 'review',
    group: 'File',
  },
  {
    id: 'word.bringBack',
    title: 'Bring back a Word file that was edited elsewhere…',
    keys: ['Mod-Shift-6'],
    scope: 'review',
    group: 'File',
  },
  { id: 'export.open', title: 'Export…', keys: ['Mod-Shift-s'], scope: 'review', group: 'File' },
] as const satisfies readonly Command[]

export const placeCommands = [
  { id: 'view.redline', title: 'Show the redline', keys: ['Mod-Alt-1'], scope: 'review', group: 'View' },
  { id: 'view.original', title: 'Show the original', keys: ['Mod-Alt-2'], scope: 'review', group: 'View' },
  { id: 'view.final', title: 'Show the final text', keys: ['Mod-Alt-3'], scope: 'review', group: 'View' },
  {
    id: 'view.slips',
    title: 'Show or hide slips in the text',
    keys: ['Mod-Alt-Shift-s'],
    scope: 'review',
    group: 'View',
  },
  { id: 'panel.toggle', title: 'Fold or unfold the panel', keys: ['Mod-\\'], scope: 'review', group: 'View' },
  {
    id: 'view.theme',
    title: 'Light, dark, or as the system',
    keys: ['Mod-Alt-t'],
    scope: 'everywhere',
    group: 'View',
  },
  { id: 'go.desk', title: 'Back to the desk', keys: ['Alt-ArrowLeft'], scope: 'review', group: 'Go' },
  { id: 'go.search', title: 'Search the desk', keys: ['/'], scope: 'desk', group: 'Go' },
  { id: 'go.changes', title: 'Go to Changes', keys: ['Alt-1'], scope: 'review', group: 'Go' },
  { id: 'go.comments', title: 'Go to Comments', keys: ['Alt-2'], scope: 'review', group: 'Go' },
  { id: 'go.claims', title: 'Go to Claims', keys: ['Alt-3'], scope: 'review', group: 'Go' },
  { id: 'go.sources', title: 'Go to Sources', keys: ['Alt-4'], scope: 'review', group: 'Go' },
  { id: 'go.checks', title: 'Go to Checks', keys: ['Alt-5'], scope: 'review', group: 'Go' },
  { id: 'go.history', title: 'Go to History', keys: ['Alt-6'], scope: 'review', group: 'Go' },
  { id: 'go.signoff', title: 'Go to Sign-off', keys: ['Alt-7'], scope: 'review', group: 'Go' },
  { id: 'go.region', title: 'Next region', keys: ['F6'], scope: 'everywhere', group: 'Go' },
  { id: 'go.previousRegion', title: 'Previous region', keys: ['Shift-F6'], scope: 'everywhere', group: 'Go' },
  { id: 'palette.open', title: 'All commands', keys: ['Mod-k'], scope: 'everywhere', group: 'Help' },
  { id: 'keys.open', title: 'Keys', keys: ['Mod-/'], scope: 'everywhere', group: 'Help' },
  {
    id: 'settings.open',
    title: 'Settings: people, appearance, house style…',
    keys: ['Mod-,'],
    scope: 'everywhere',
    group: 'Help',
  },
] as const satisfies readonly Command[]
