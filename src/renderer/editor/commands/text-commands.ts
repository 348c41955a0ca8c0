import { toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import type { CommandId } from '../../../shared/commands.ts'
import { schema } from '../../../shared/document/schema.ts'
import { setStyle } from './style.ts'

/** The commands of commands.ts that are about the text alone: the one list that keys, menus and palette run. */
export const TEXT_COMMANDS: Partial<Record<CommandId, Command>> = {
  'edit.undo': undo,
  'edit.redo': redo,
  'format.strong': toggleMark(schema.marks.strong),
  'format.em': toggleMark(schema.marks.em),
  'format.underline': toggleMark(schema.marks.underline),
  'style.body': setStyle('body'),
  'style.heading1': setStyle('heading1'),
  'style.heading2': setStyle('heading2'),
  'style.quote': setStyle('quote'),
  'style.byline': setStyle('byline'),
  'style.standfirst': setStyle('standfirst'),
}
