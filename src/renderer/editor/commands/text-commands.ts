import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import type { CommandId, TextCommandId } from '../../../shared/commands.ts'
import { schema } from '../../../shared/document/schema.ts'
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
  'paragraph.up': moveSelected('up'),
  'paragraph.down': moveSelected('down'),
}

/** The commands of commands.ts that are about the text alone: the one list that keys, menus and palette run. */
export const TEXT_COMMANDS: Readonly<Partial<Record<CommandId, Command>>> = COMMANDS
