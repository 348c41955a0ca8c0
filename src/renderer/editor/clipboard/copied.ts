import { Fragment } from 'prosemirror-model'
import type { Node, Slice } from 'prosemirror-model'
import { project } from '../../../shared/document/projection.ts'
import { schema } from '../../../shared/document/schema.ts'
import type { PreservedAttrs } from '../../../shared/document/word-attributes.ts'
import { openSlice } from './open-slice.ts'
import { stripTracking } from './strip.ts'

/**
 * What leaves the text: its final projection, without marks of changes. Anchors stay with the words here; whoever
 * puts the slice somewhere decides which of them may come along.
 */
export function finalSlice(slice: Slice): Slice {
  const { content, openStart, openEnd } = slice
  const first = content.firstChild?.type
  if (first !== schema.nodes.para && first !== schema.nodes.table) return stripTracking(slice, () => true)
  // Text never ends in a table, a slice of it may.
  const isTableLast = content.lastChild?.type === schema.nodes.table
  const whole = isTableLast ? content.append(Fragment.from(schema.node('para'))) : content
  const final = project(schema.nodes.doc.create(null, whole), 'final').content
  const read = isTableLast ? final.cut(0, final.size - 2) : final
  return stripTracking(openSlice(read, openStart, openEnd), () => true)
}

/** A program that takes text alone gets what a reader sees of things that are kept as they are. */
function leafText(node: Node): string {
  if (node.type === schema.nodes.preserved) return (node.attrs as PreservedAttrs).text
  return node.type.spec.leafText?.(node) ?? ''
}

export function copiedText({ content }: Slice): string {
  return content.textBetween(0, content.size, '\n\n', leafText)
}
