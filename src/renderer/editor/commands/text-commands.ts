import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command, EditorState } from 'prosemirror-state'
import type { CommandId, TextCommandId } from '../../../shared/commands.ts'
import { schema } from '../../../shared/document/schema.ts'
import { insertNote } from '../notes/insert.ts'
import { toggleHeader, whyNoHeader } from '../tables/header.ts'
import { addColumn, addRow, insertTable } from '../tables/insert.ts'
import { deleteColumn, deleteRow, deleteTable, whyNotRemoved } from '../tables/remove.ts'
import { clearFormatting } from './formatting.ts'
import { indentItem, outdentItem, toggleList } from './list.ts'
import { moveSelected } from './move.ts'
import { setAlign, setHeadline, setStyle } from './style.ts'

const COMMANDS: Readonly<Record<TextCommandId, Command>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'format.strong': toggleMark(schema.marks.strong),
  'format.em': toggleMark(schema.marks.em),
  'format.underline': toggleMark(schema.marks.underline),
  'format.strike': toggleMark(schema.marks.strike),
  'format.superscript': toggleMark(schema.marks.superscript),
  'format.subscript': toggleMark(schema.marks.subscript),
  'format.smallCaps': toggleMark(schema.marks.smallCaps),
  'format.caps': toggleMark(schema.marks.caps),
  // Where some colour is on the words it goes, whichever it is.
  'format.highlight': toggleMark(schema.marks.highlight, { colour: 'yellow' }),
  'format.clear': clearFormatting,
  'style.body': setStyle('body'),
  'style.heading1': setStyle('heading1'),
  'style.heading2': setStyle('heading2'),
  'style.heading3': setStyle('heading3'),
  'style.heading4': setStyle('heading4'),
  'style.quote': setStyle('quote'),
  'style.byline': setStyle('byline'),
  'style.standfirst': setStyle('standfirst'),
  'style.headline': setHeadline,
  'style.caption': setStyle('caption'),
  'align.start': setAlign('start'),
  'align.center': setAlign('center'),
  'align.end': setAlign('end'),
  'align.justify': setAlign('justify'),
  'list.bullet': toggleList('bullet'),
  'list.ordered': toggleList('ordered'),
  'list.indent': indentItem,
  'list.outdent': outdentItem,
  'note.insert': insertNote,
  'table.insert': insertTable,
  'table.rowAbove': addRow('above'),
  'table.rowBelow': addRow('below'),
  'table.columnLeft': addColumn('left'),
  'table.columnRight': addColumn('right'),
  'table.deleteRow': deleteRow,
  'table.deleteColumn': deleteColumn,
  'table.delete': deleteTable,
  'table.header': toggleHeader,
  'paragraph.up': moveSelected('up'),
  'paragraph.down': moveSelected('down'),
}

/** The commands of commands.ts that are about the text alone: the one list that keys, menus and palette run. */
export const TEXT_COMMANDS: Readonly<Partial<Record<CommandId, Command>>> = COMMANDS

/** Why a command does not apply where the caret is, in words; null where there is no more to be said. */
export function whyNot(state: EditorState, id: CommandId): string | null {
  switch (id) {
    case 'note.insert':
      return 'There is no footnote in a footnote. Escape leads out of this one.'
    case 'table.insert':
      return 'A table stands between paragraphs of the text: put the caret outside of tables and notes.'
    case 'table.rowAbove':
    case 'table.rowBelow':
    case 'table.columnLeft':
    case 'table.columnRight':
    case 'table.delete':
      return 'Put the caret into a table first.'
    case 'table.deleteRow':
      return whyNotRemoved(state, 'row')
    case 'table.deleteColumn':
      return whyNotRemoved(state, 'column')
    case 'table.header':
      return whyNoHeader(state)
    default:
      return null
  }
}
