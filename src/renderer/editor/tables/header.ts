import type { Command, EditorState } from 'prosemirror-state'
import type { RowAttrs } from '../../../shared/document/attributes.ts'
import { contextOf } from '../tracking/context.ts'
import { tablePlace } from './place.ts'

/**
 * Makes the first row one of headers, or a plain one. What a cell is besides its words is not tracked; so in Suggest
 * mode only a row that is new may change it, which goes whole when it is rejected.
 */
function mayChange(state: EditorState, row: RowAttrs): boolean {
  return contextOf(state).policy !== 'tracked' || row.tracking?.insertion !== undefined
}

export const toggleHeader: Command = (state, dispatch) => {
  const first = tablePlace(state)?.grid.rows.find((row) => !row.isGone)
  if (!first || !mayChange(state, first.node.attrs as RowAttrs)) return false
  const isHeader = first.cells.every((cell) => cell.node.attrs['header'] === true)
  const { tr } = state
  for (const cell of first.cells) tr.setNodeAttribute(cell.before, 'header', !isHeader)
  dispatch?.(tr.scrollIntoView())
  return true
}

export function whyNoHeader(state: EditorState): string {
  return tablePlace(state)
    ? 'A change of the header row cannot be tracked. Choose Edit to make it.'
    : 'Put the caret into a table first.'
}
