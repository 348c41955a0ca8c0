import type { Node, ResolvedPos } from 'prosemirror-model'
import type { FootnoteAttrs } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'

/** A footnote, and the positions before and behind its sign. */
export type NotePlace = { readonly node: Node; readonly from: number; readonly to: number }

/** Whether it stands where the text ends, and not under its page. */
export function isEndnote(note: Node | null): boolean {
  return note !== null && (note.attrs as FootnoteAttrs).endnote
}

/** The outermost note that a position lies in. */
export function noteAround($at: ResolvedPos): NotePlace | null {
  for (let depth = 1; depth <= $at.depth; depth++) {
    if ($at.node(depth).type !== schema.nodes.footnote) continue
    return { node: $at.node(depth), from: $at.before(depth), to: $at.after(depth) }
  }
  return null
}

/** The place of its sign for a position within a note; any other as it is. */
export function outOfNote(doc: Node, position: number): number {
  return noteAround(doc.resolve(position))?.from ?? position
}

/** Where the notes of a block stand in it; nodes never change. */
const offsets = new WeakMap<Node, readonly number[]>()
const NONE: readonly number[] = []

function notesIn(block: Node): readonly number[] {
  const before = offsets.get(block)
  if (before) return before
  const found: number[] = []
  block.descendants((node, offset) => {
    if (node.type === schema.nodes.footnote) found.push(offset)
    return node.type !== schema.nodes.footnote
  })
  const notes = found.length > 0 ? found : NONE
  offsets.set(block, notes)
  return notes
}

/** Whether notes stand in what of a document was not in the one before: a key asks after every block of neither. */
export function bringsNotes(before: Node, doc: Node): boolean {
  const [was, is] = [before.children, doc.children]
  const most = Math.min(was.length, is.length)
  let first = 0
  while (first < most && was[first] === is[first]) first += 1
  let last = 0
  while (last < most - first && was[was.length - 1 - last] === is[is.length - 1 - last]) last += 1
  return is.slice(first, is.length - last).some((block) => notesIn(block).length > 0)
}

/** The positions before all notes, in the order in which they are numbered. */
export function notesOf(doc: Node): readonly number[] {
  const positions: number[] = []
  doc.forEach((block, at) => {
    for (const offset of notesIn(block)) positions.push(at + 1 + offset)
  })
  return positions
}
