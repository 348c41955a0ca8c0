/**
 * Every user command: the one list that the palette, the key table, the native menu and the toolbars read.
 * Keys are written as prosemirror-keymap does: Mod is Ctrl, or ⌘ on a Mac.
 */
export type CommandScope = 'everywhere' | 'desk' | 'review' | 'text'

export type Command = {
  readonly id: string
  readonly title: string
  readonly keys: readonly string[]
  readonly scope: CommandScope
  readonly group: 'File' | 'Edit' | 'Review' | 'View' | 'Go' | 'Help'
}

export const commands = [
  { id: 'article.open', title: 'Open a file…', keys: ['Mod-o'], scope: 'everywhere', group: 'File' },
  { id: 'article.paste', title: 'Paste a draft', keys: ['Mod-Alt-v'], scope: 'desk', group: 'File' },
  {
    id: 'article.details',
    title: 'Slug, byline, desk and due…',
    keys: ['Mod-Alt-i'],
    scope: 'review',
    group: 'File',
  },
  { id: 'export.open', title: 'Export…', keys: ['Mod-Shift-s'], scope: 'review', group: 'File' },

  { id: 'edit.undo', title: 'Undo', keys: ['Mod-z'], scope: 'text', group: 'Edit' },
  { id: 'edit.redo', title: 'Redo', keys: ['Shift-Mod-z', 'Mod-y'], scope: 'text', group: 'Edit' },
  { id: 'find.open', title: 'Find', keys: ['Mod-f'], scope: 'review', group: 'Edit' },
  {
    id: 'find.replace',
    title: 'Find and replace',
    keys: ['Mod-h', 'Mod-Shift-h'],
    scope: 'review',
    group: 'Edit',
  },
  { id: 'find.next', title: 'Next place found', keys: ['F3', 'Mod-g'], scope: 'review', group: 'Edit' },
  {
    id: 'find.previous',
    title: 'Previous place found',
    keys: ['Shift-F3', 'Shift-Mod-g'],
    scope: 'review',
    group: 'Edit',
  },
  { id: 'format.strong', title: 'Bold', keys: ['Mod-b'], scope: 'text', group: 'Edit' },
  { id: 'format.em', title: 'Italic', keys: ['Mod-i'], scope: 'text', group: 'Edit' },
  { id: 'format.underline', title: 'Underline', keys: ['Mod-u'], scope: 'text', group: 'Edit' },
  { id: 'format.strike', title: 'Strikethrough', keys: ['Mod-Shift-x'], scope: 'text', group: 'Edit' },
  { id: 'format.superscript', title: 'Superscript', keys: ['Mod-.'], scope: 'text', group: 'Edit' },
  { id: 'format.subscript', title: 'Subscript', keys: ['Mod-Shift-.'], scope: 'text', group: 'Edit' },
  { id: 'format.clear', title: 'Clear formatting', keys: ['Mod-Shift-d'], scope: 'text', group: 'Edit' },
  { id: 'format.link', title: 'Link…', keys: ['Mod-Shift-k'], scope: 'review', group: 'Edit' },
  { id: 'style.body', title: 'Style: body', keys: ['Mod-Alt-0'], scope: 'text', group: 'Edit' },
  { id: 'style.heading1', title: 'Style: heading', keys: ['Mod-Alt-4'], scope: 'text', group: 'Edit' },
  { id: 'style.heading2', title: 'Style: sub-heading', keys: ['Mod-Alt-5'], scope: 'text', group: 'Edit' },
  {
    id: 'style.heading3',
    title: 'Style: heading, level 3',
    keys: ['Mod-Shift-1'],
    scope: 'text',
    group: 'Edit',
  },
  {
    id: 'style.heading4',
    title: 'Style: heading, level 4',
    keys: ['Mod-Shift-2'],
    scope: 'text',
    group: 'Edit',
  },
  { id: 'style.quote', title: 'Style: quote', keys: ['Mod-Alt-6'], scope: 'text', group: 'Edit' },
  { id: 'style.byline', title: 'Style: byline', keys: ['Mod-Alt-7'], scope: 'text', group: 'Edit' },
  { id: 'style.standfirst', title: 'Style: standfirst', keys: ['Mod-Alt-8'], scope: 'text', group: 'Edit' },
  { id: 'style.headline', title: 'Style: headline', keys: ['Mod-Alt-9'], scope: 'text', group: 'Edit' },
  { id: 'style.caption', title: 'Style: caption', keys: ['Mod-Shift-9'], scope: 'text', group: 'Edit' },
  { id: 'align.start', title: 'Align to the start', keys: ['Mod-Alt-l'], scope: 'text', group: 'Edit' },
  { id: 'align.center', title: 'Centre', keys: ['Mod-Shift-c'], scope: 'text', group: 'Edit' },
  { id: 'align.end', title: 'Align to the end', keys: ['Mod-Shift-r'], scope: 'text', group: 'Edit' },
  { id: 'align.justify', title: 'Justify', keys: ['Mod-Shift-j'], scope: 'text', group: 'Edit' },
  { id: 'list.bullet', title: 'List with bullets', keys: ['Mod-Shift-8'], scope: 'text', group: 'Edit' },
  { id: 'list.ordered', title: 'List with numbers', keys: ['Mod-Shift-7'], scope: 'text', group: 'Edit' },
  { id: 'list.indent', title: 'List: one level in', keys: ['Mod-]'], scope: 'text', group: 'Edit' },
  { id: 'list.outdent', title: 'List: one level out', keys: ['Mod-['], scope: 'text', group: 'Edit' },
  { id: 'paragraph.up', title: 'Move the paragraph up', keys: ['Alt-ArrowUp'], scope: 'text', group: 'Edit' },
  {
    id: 'paragraph.down',
    title: 'Move the paragraph down',
    keys: ['Alt-ArrowDown'],
    scope: 'text',
    group: 'Edit',
  },
  { id: 'note.insert', title: 'Insert a footnote', keys: ['Mod-Alt-f'], scope: 'text', group: 'Edit' },
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

  { id: 'mode.suggest', title: 'Suggest on or off', keys: ['Shift-Mod-e'], scope: 'review', group: 'Review' },
  { id: 'mode.read', title: 'Read only', keys: ['Shift-Mod-l'], scope: 'review', group: 'Review' },
  {
    id: 'comment.add',
    title: 'Comment on the selection',
    keys: ['Mod-Alt-m'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'claim.add',
    title: 'Claim from the selection, or one more place',
    keys: ['Mod-Alt-c'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'source.attach',
    title: 'Attach a source to the claim',
    keys: ['Mod-Alt-s'],
    scope: 'review',
    group: 'Review',
  },
  { id: 'change.next', title: 'Next change', keys: ['F8'], scope: 'review', group: 'Review' },
  { id: 'change.previous', title: 'Previous change', keys: ['Shift-F8'], scope: 'review', group: 'Review' },
  {
    id: 'change.accept',
    title: 'Accept the change, go to the next',
    keys: ['Mod-Alt-a'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'change.reject',
    title: 'Reject the change, go to the next',
    keys: ['Mod-Alt-r'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'change.acceptSelection',
    title: 'Accept the changes in the selection…',
    keys: ['Mod-Alt-y'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'change.rejectSelection',
    title: 'Reject the changes in the selection…',
    keys: ['Mod-Alt-n'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'change.acceptAll',
    title: 'Accept all changes…',
    keys: ['Mod-Alt-Shift-a'],
    scope: 'review',
    group: 'Review',
  },
  {
    id: 'change.rejectAll',
    title: 'Reject all changes…',
    keys: ['Mod-Alt-Shift-r'],
    scope: 'review',
    group: 'Review',
  },

  { id: 'view.redline', title: 'Show the redline', keys: ['Mod-Alt-1'], scope: 'review', group: 'View' },
  { id: 'view.original', title: 'Show the original', keys: ['Mod-Alt-2'], scope: 'review', group: 'View' },
  { id: 'view.final', title: 'Show the final text', keys: ['Mod-Alt-3'], scope: 'review', group: 'View' },
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
  { id: 'go.history', title: 'Go to History', keys: ['Alt-6'], scope: 'review', group: 'Go' },
  { id: 'go.signoff', title: 'Go to Sign-off', keys: ['Alt-7'], scope: 'review', group: 'Go' },
  { id: 'go.region', title: 'Next region', keys: ['F6'], scope: 'everywhere', group: 'Go' },
  { id: 'go.previousRegion', title: 'Previous region', keys: ['Shift-F6'], scope: 'everywhere', group: 'Go' },

  { id: 'palette.open', title: 'All commands', keys: ['Mod-k'], scope: 'everywhere', group: 'Help' },
  { id: 'keys.open', title: 'Keys', keys: ['Mod-/'], scope: 'everywhere', group: 'Help' },
  {
    id: 'settings.open',
    title: 'People and appearance…',
    keys: ['Mod-,'],
    scope: 'everywhere',
    group: 'Help',
  },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']
/** Those that the editor itself carries out. */
export type TextCommandId = Extract<(typeof commands)[number], { readonly scope: 'text' }>['id']
