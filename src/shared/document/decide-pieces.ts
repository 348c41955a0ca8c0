import type { Mark, Node, Slice } from 'prosemirror-model'
import type { Mappable } from 'prosemirror-transform'
import type { ParagraphAttrs } from './attributes.ts'
import { createFlatWriter, readSlice } from './flat-text.ts'

/**
 * What a DecideStep does, place by place, in positions of the document it applies to: in text order, apart from
 * each other, and no two replacements touching. Positions lie inside paragraphs; a ¶ is [end, end + 2) for a
 * replacement, and its closing token alone for its attributes.
 */
export type Piece =
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly slice: Slice }
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

/** Every piece as ProseMirror maps a step that does this alone; what lost its place is left out. */
export function mapPieces(pieces: readonly Piece[], mapping: Mappable): Piece[] {
  const mapped: Piece[] = []
  for (const piece of pieces) {
    const from = mapping.mapResult(piece.from, 1)
    const to = mapping.mapResult(piece.to, -1)
    if (piece.kind === 'replace') {
      if (from.deletedAcross && to.deletedAcross) continue
      addReplacement(mapped, from.pos, Math.max(from.pos, to.pos), piece.slice)
    } else if (piece.kind === 'marks') {
      if (from.pos < to.pos) mapped.push({ ...piece, from: from.pos, to: to.pos })
    } else if (!from.deletedAfter) addAttributes(mapped, from.pos, piece.attrs)
  }
  return mapped
}

/** Whether every piece finds in the document what it is for. */
export function fit(doc: Node, pieces: readonly Piece[]): boolean {
  let index = 0
  let start = 0
  /** Goes on to the paragraph that holds a position; the position its closing token, null where there is none. */
  const endAround = (position: number): number | null => {
    let size = doc.maybeChild(index)?.nodeSize ?? 0
    while (size > 0 && position >= start + size) {
      start += size
      index += 1
      size = doc.maybeChild(index)?.nodeSize ?? 0
    }
    return position > start && position < start + size ? start + size - 1 : null
  }
  return pieces.every((piece) => {
    const end = endAround(piece.from)
    if (end === null) return false
    return piece.kind === 'paragraph' ? piece.from === end : endAround(piece.to) !== null
  })
}
