import type { Fragment, Mark, Slice } from 'prosemirror-model'
import type { Mappable } from 'prosemirror-transform'
import type { ParagraphAttrs, RowAttrs } from '../attributes.ts'
import { createFlatWriter, readSlice } from './flat-text.ts'

/** What a decision sets at a table, a row or a cell; a table has no tracking of its own. */
export type NodeState = Partial<Pick<RowAttrs, 'tracking' | 'look' | 'layoutChange'>>

/**
 * What a DecideStep does, place by place, in positions of the document it applies to: in text order, apart from
 * each other, and no two replacements touching. Positions lie inside paragraphs of one document, cell or note; a ¶
 * is [end, end + 2) for a replacement, and its closing token alone for its attributes. The marks of a note end at its
 * opening token, for what stands inside it has pieces of its own.
 */
export type Piece =
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly slice: Slice }
  /** Whole siblings for others: rows, cells, tables, paragraphs; the positions lie between them. */
  | { readonly kind: 'nodes'; readonly from: number; readonly to: number; readonly content: Fragment }
  /** The state of the table, the row or the cell whose opening token this is. */
  | { readonly kind: 'node'; readonly from: number; readonly to: number; readonly attrs: NodeState }
  | {
      readonly kind: 'marks'
      readonly from: number
      readonly to: number
      readonly removed: readonly Mark[]
      readonly added: readonly Mark[]
    }
  | {
      readonly kind: 'paragraph'
      readonly from: number
      readonly to: number
      readonly attrs: Partial<ParagraphAttrs>
    }

function holdsAll(marks: readonly Mark[], others: readonly Mark[]): boolean {
  return marks.length === others.length && marks.every((mark) => mark.isInSet(others))
}

/** Plans the marks that turn `before` into `after` on [from, to); what goes on from the last piece is one with it. */
export function addMarkChange(
  pieces: Piece[],
  from: number,
  to: number,
  before: readonly Mark[],
  after: readonly Mark[],
): void {
  const removed = before.filter((mark) => !mark.isInSet(after))
  const added = after.filter((mark) => !mark.isInSet(before))
  if (removed.length === 0 && added.length === 0) return
  const last = pieces.at(-1)
  const goesOn = last?.kind === 'marks' && last.to === from
  if (goesOn && holdsAll(last.removed, removed) && holdsAll(last.added, added)) {
    pieces[pieces.length - 1] = { ...last, to }
  } else pieces.push({ kind: 'marks', from, to, removed, added })
}

/** Plans a replacement; one that touches the last is one with it. */
export function addReplacement(pieces: Piece[], from: number, to: number, slice: Slice): void {
  const last = pieces.at(-1)
  if (last?.kind === 'replace' && last.to === from) {
    if (last.slice.size + slice.size === 0) {
      pieces[pieces.length - 1] = { ...last, to }
      return
    }
    const writer = createFlatWriter()
    readSlice(last.slice, writer)
    readSlice(slice, writer)
    pieces[pieces.length - 1] = { kind: 'replace', from: last.from, to, slice: writer.slice() }
  } else pieces.push({ kind: 'replace', from, to, slice })
}

/** Plans whole siblings in place of others; what touches the last such is one with it. */
export function addNodes(pieces: Piece[], from: number, to: number, content: Fragment): void {
  const last = pieces.at(-1)
  if (last?.kind === 'nodes' && last.to === from) {
    pieces[pieces.length - 1] = { ...last, to, content: last.content.append(content) }
  } else pieces.push({ kind: 'nodes', from, to, content })
}

/** Plans the state of the table, the row or the cell that `at` stands before. */
export function addNodeAttributes(pieces: Piece[], at: number, attrs: NodeState): void {
  pieces.push({ kind: 'node', from: at, to: at + 1, attrs })
}

/** Plans new attributes of the ¶ whose closing token is at `at`. */
export function addAttributes(pieces: Piece[], at: number, attrs: Partial<ParagraphAttrs>): void {
  if (Object.keys(attrs).length > 0) pieces.push({ kind: 'paragraph', from: at, to: at + 1, attrs })
}

export function applyMarks(
  marks: readonly Mark[],
  piece: Extract<Piece, { kind: 'marks' }>,
): readonly Mark[] {
  let result: readonly Mark[] = marks.filter((mark) => !mark.isInSet(piece.removed))
  for (const mark of piece.added) result = mark.addToSet(result)
  return result
}

/**
 * One piece as ProseMirror maps a step that does this alone; nothing where it lost its place. Whole siblings are not
 * replaced where they have grown or shrunk, for that would overwrite what was written in them since.
 */
function mapPiece(mapped: Piece[], piece: Piece, mapping: Mappable): void {
  const from = mapping.mapResult(piece.from, 1)
  const to = mapping.mapResult(piece.to, -1)
  const end = Math.max(from.pos, to.pos)
  const isLost = from.deletedAcross && to.deletedAcross
  switch (piece.kind) {
    case 'replace':
      // Where what it removes has gone since, there is nothing left to do.
      if (!isLost && end - from.pos + piece.slice.size > 0) addReplacement(mapped, from.pos, end, piece.slice)
      break
    case 'nodes':
      if (!isLost && end - from.pos === piece.to - piece.from) {
        addNodes(mapped, from.pos, end, piece.content)
      }
      break
    case 'marks':
      if (from.pos < to.pos) mapped.push({ ...piece, from: from.pos, to: to.pos })
      break
    case 'paragraph':
      if (!from.deletedAfter) addAttributes(mapped, from.pos, piece.attrs)
      break
    case 'node':
      if (!from.deletedAfter) addNodeAttributes(mapped, from.pos, piece.attrs)
      break
  }
}

export function mapPieces(pieces: readonly Piece[], mapping: Mappable): Piece[] {
  const mapped: Piece[] = []
  for (const piece of pieces) mapPiece(mapped, piece, mapping)
  return mapped
}
