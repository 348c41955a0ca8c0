import type { Node } from 'prosemirror-model'
import type { ChangeRef, TableAttrs, Tracking } from '../attributes.ts'
import type { Aspect, ChangeSheet } from './block-change.ts'
import { addPiece, deletes } from './block-change.ts'
import { describeFormat, describeParagraph } from './change-description.ts'
import { deletionOf, formatChangeOf, insertionOf, paragraphAttrs } from '../tracking-state.ts'

/** What one node tells of changes, put on the sheet of its block. */

type Stretch = { readonly from: number; readonly to: number; readonly text: string }

function addTracking(
  sheet: ChangeSheet,
  { insertion, deletion }: Tracking,
  place: Stretch,
  aspects: { readonly insertion: Aspect; readonly deletion: Aspect },
): void {
  const piece = { ...place, description: '' }
  if (insertion) addPiece(sheet, insertion, { ...piece, aspect: aspects.insertion, side: 'inserted' })
  if (deletion) addPiece(sheet, deletion, { ...piece, aspect: aspects.deletion, side: 'deleted' })
}

/** What the marks of an inline node tell; `text` is how it reads in a list. */
export function addInline(sheet: ChangeSheet, node: Node, from: number, text: string): void {
  if (node.marks.length === 0) return
  const place = { from, to: from + node.nodeSize, text }
  const insertion = insertionOf(node.marks)
  const deletion = deletionOf(node.marks)
  addTracking(sheet, { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }, place, {
    insertion: 'insertion',
    deletion: 'deletion',
  })
  const format = formatChangeOf(node.marks)
  if (!format) return
  const description = describeFormat(format.before, node.marks)
  addPiece(sheet, format, { ...place, aspect: 'format', side: null, description })
}

/** What a paragraph tells of its ¶ and its properties. */
export function addParagraph(sheet: ChangeSheet, paragraph: Node): void {
  const attrs = paragraphAttrs(paragraph)
  const place = { from: paragraph.nodeSize - 1, to: paragraph.nodeSize }
  const { paragraphMark, paragraphChange } = attrs
  if (paragraphMark) {
    addTracking(sheet, paragraphMark, { ...place, text: '\n' }, { insertion: 'split', deletion: 'join' })
  }
  if (!paragraphChange) return
  const description = describeParagraph(paragraphChange.before, attrs)
  addPiece(sheet, paragraphChange, { ...place, text: '', aspect: 'paragraph', side: null, description })
}

/** A row or a cell that came or went: before what is in it, so that all of it is one range. */
export function addCells(sheet: ChangeSheet, tracking: Tracking | null, size: number): void {
  const place = { from: 0, to: size, text: '' }
  if (tracking) addTracking(sheet, tracking, place, { insertion: 'cells', deletion: 'cells' })
}

/**
 * A table, a row or a cell whose layout was changed: what lies within it, neither its opening nor its closing. So two
 * tables side by side are two places, and a table after a changed ¶ is none with it.
 */
export function addLayout(sheet: ChangeSheet, node: Node): void {
  const { layoutChange } = node.attrs as Partial<TableAttrs>
  if (!layoutChange) return
  const place = { from: 1, to: node.nodeSize - 1, text: '' }
  addPiece(sheet, layoutChange, { ...place, aspect: 'layout', side: null, description: node.type.name })
}

/** The deletion with which a paragraph ends, when its ¶ goes. */
export function closingOf(sheet: ChangeSheet, paragraph: Node): ChangeRef | null {
  const deletion = paragraphAttrs(paragraph).paragraphMark?.deletion
  const change = deletion && sheet.get(deletion.id)
  return change && deletes(change) ? deletion : null
}
