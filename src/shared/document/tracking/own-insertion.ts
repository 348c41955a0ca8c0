import type { Node } from 'prosemirror-model'
import type { CellAttrs, RowAttrs, Tracking } from '../attributes.ts'
import { isBy } from './runs.ts'
import { deletionOf, formatChangeOf, insertionOf, paragraphAttrs } from '../tracking-state.ts'
import type { LayoutAttrs } from '../word-attributes.ts'

/** The tracking of a row or a cell. */
export function trackingOf(node: Node): Tracking {
  return (node.attrs as RowAttrs | CellAttrs).tracking ?? {}
}

/** Whether all of it is this author's, so that it may really go: a row, a cell, or what stands in them. */
export function isOwn(node: Node, author: string): boolean {
  if (node.isInline) {
    const isMine = isBy(insertionOf(node.marks) ?? undefined, author)
    if (!isMine || deletionOf(node.marks) || formatChangeOf(node.marks)) return false
  } else if (node.isTextblock) {
    const { paragraphMark, paragraphChange } = paragraphAttrs(node)
    const isForeign = paragraphMark?.insertion !== undefined && !isBy(paragraphMark.insertion, author)
    if (isForeign || paragraphMark?.deletion || paragraphChange) return false
  } else {
    const { insertion, deletion } = trackingOf(node)
    const isChanged = (node.attrs as Partial<LayoutAttrs>).layoutChange
    if (deletion || isChanged || (insertion && !isBy(insertion, author))) return false
  }
  return node.children.every((child) => isOwn(child, author))
}
