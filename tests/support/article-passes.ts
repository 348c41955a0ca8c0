import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import * as fc from 'fast-check'
import { schema } from '../../src/shared/document/schema.ts'
import { trackChanges } from '../../src/shared/document/tracking/tracker.ts'
import { counter } from './document.ts'
import { preservedOf } from './random-articles.ts'
import { keyOf, lookMark } from './random-document.ts'

/** Small edits anywhere in an article, in cells and notes too, and of whole rows: for passes that are merged. */

export type ArticleEdit = {
  readonly kind: 'type' | 'remove' | 'format' | 'removeRow' | 'addRow' | 'look' | 'layout' | 'kept'
  readonly where: number
  readonly from: number
  readonly length: number
}

export const articleEdit: fc.Arbitrary<ArticleEdit> = fc.record({
  kind: fc.constantFrom(
    'type',
    'type',
    'remove',
    'remove',
    'format',
    'removeRow',
    'addRow',
    'look',
    'layout',
    'kept',
  ),
  where: fc.nat(1000),
  from: fc.nat(1000),
  length: fc.nat(4),
})

function positionsOf(doc: Node, name: 'para' | 'row'): number[] {
  const positions: number[] = []
  doc.descendants((node, position) => {
    if (node.type.name === name) positions.push(position)
  })
  return positions
}

export function applyArticleEdit(transform: Transform, edit: ArticleEdit): void {
  const { doc } = transform
  const rows = positionsOf(doc, 'row')
  const row = rows[edit.where % Math.max(1, rows.length)]
  if (row !== undefined && (edit.kind === 'addRow' || edit.kind === 'removeRow')) {
    const place = doc.resolve(row)
    const size = place.nodeAfter?.nodeSize ?? 0
    const cells = place.nodeAfter?.children.map(() => schema.node('cell', null, [schema.node('para')])) ?? []
    if (edit.kind === 'addRow') transform.insert(row + size, schema.node('row', null, cells))
    else if (place.parent.childCount > 1) transform.delete(row, row + size)
    return
  }
  if (edit.kind === 'layout') {
    if (row === undefined) return
    const place = [doc.resolve(row).before(1), row, row + 1][edit.from % 3] ?? row
    transform.setNodeAttribute(place, 'look', keyOf(edit.length))
    return
  }
  const paragraphs = positionsOf(doc, 'para')
  const start = (paragraphs[edit.where % paragraphs.length] ?? 0) + 1
  const { parent } = doc.resolve(start)
  // At the borders of nodes, so that no character is cut and no note opened.
  const borders = [0]
  for (const child of parent.children) borders.push((borders.at(-1) ?? 0) + child.nodeSize)
  const first = edit.from % borders.length
  const from = start + (borders[first] ?? 0)
  const to = start + (borders[Math.min(borders.length - 1, first + edit.length)] ?? 0)
  if (edit.kind === 'format') transform.addMark(from, to, schema.mark('underline'))
  else if (edit.kind === 'look' && edit.length > 0) transform.addMark(from, to, lookMark(edit.length))
  else if (edit.kind === 'look') transform.setNodeAttribute(start - 1, 'look', keyOf(edit.from))
  else if (edit.kind === 'kept') transform.insert(from, preservedOf(edit.length % 3))
  else if (edit.kind === 'remove') transform.delete(from, to)
  else transform.insert(from, schema.text('new'))
}

export function editArticle(start: Node, edits: readonly ArticleEdit[], author: string): Node {
  const newId = counter(author)
  let doc = start
  for (const edit of edits) {
    const local = new Transform(doc)
    applyArticleEdit(local, edit)
    if (local.steps.length === 0) continue
    const change = { doc: local.doc, maps: local.mapping.maps }
    doc = trackChanges(doc, change, { author, newId }).transform.doc
  }
  return doc
}
