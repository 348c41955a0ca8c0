import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type { CellAttrs, ChangeRef, ImageAttrs, Tracking } from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { Pictures } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { withoutLostMarks } from '../../import/docx/table-marks.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { planMoves } from './moves.ts'
import { withoutUnknown } from './without-unknown.ts'
import { plural } from './words.ts'

export type Holdable = { readonly doc: Node; readonly warnings: readonly Warning[] }

/** What a document loses on its way into a Word file, counted. */
type Losses = {
  pictures: number
  innerNotes: number
  cells: number
  readonly moves: Set<string>
  readonly things: number
}
type Context = { readonly images: Pictures; readonly moves: ReadonlySet<string>; readonly losses: Losses }

/**
 * The document as far as Word can hold it, and in words what it cannot. `isKnown`: whether the file that it is written
 * into knows what the document names of Word files.
 */
export function holdable(
  given: Node,
  images: Pictures,
  isKnown: (key: string) => boolean = () => false,
): Holdable {
  const { doc, things } = withoutUnknown(given, isKnown)
  const losses: Losses = { pictures: 0, innerNotes: 0, cells: 0, moves: new Set(), things }
  const moves = new Set(planMoves(readBlocks(doc)).keys())
  const held = doc.copy(content(doc, false, { images, moves, losses }))
  const marks = withoutLostMarks(held.children)
  return {
    doc: held.copy(Fragment.fromArray([...marks.blocks])),
    warnings: [...warningsOf(losses), ...(marks.lost > 0 ? [lostMarks(marks.lost)] : [])],
  }
}

function lostMarks(count: number): Warning {
  const message =
    `${plural(count, 'tracked end of a paragraph', 'tracked ends of paragraphs')} before a table cannot be said in ` +
    'Word and stands there untracked.'
  return { code: 'table-mark', message }
}

function warningsOf({ pictures, innerNotes, cells, moves, things }: Losses): readonly Warning[] {
  const warnings: Warning[] = []
  const say = (count: number, code: string, message: string): void => {
    if (count > 0) warnings.push({ code, message })
  }
  say(
    pictures,
    'picture',
    `${plural(pictures, 'picture')} could not be found; the alternative text stands there.`,
  )
  say(innerNotes, 'note', 'A footnote within a footnote stands there in square brackets.')
  say(cells, 'cell', 'A table cell that was both inserted and deleted is only inserted in Word.')
  say(
    moves.size,
    'move',
    `${plural(moves.size, 'move')} that Word cannot hold as one became a deletion and an insertion.`,
  )
  say(
    things,
    'kept',
    `${plural(things, 'thing')} of another Word file ${things === 1 ? 'stands' : 'stand'} there as words alone.`,
  )
  return warnings
}

function content(container: Node, isNote: boolean, context: Context): Fragment {
  return Fragment.fromArray(container.children.map((block) => heldBlock(block, isNote, context)))
}

function heldBlock(block: Node, isNote: boolean, context: Context): Node {
  switch (block.type) {
    case schema.nodes.para: {
      const attrs = {
        ...block.attrs,
        paragraphMark: heldTracking(trackingIn(block, 'paragraphMark'), context),
      }
      const inline = block.children.map((node) => heldInline(node, isNote, context))
      return schema.nodes.para.create(attrs, inline)
    }
    case schema.nodes.cell: {
      const tracking = heldTracking(trackingIn(block, 'tracking'), context)
      const isBoth = tracking?.insertion !== undefined && tracking.deletion !== undefined
      if (isBoth) context.losses.cells += 1
      const attrs: CellAttrs = {
        ...(block.attrs as CellAttrs),
        tracking: isBoth ? { insertion: tracking.insertion } : tracking,
      }
      return block.type.create(attrs, content(block, isNote, context))
    }
    case schema.nodes.row: {
      const tracking = heldTracking(trackingIn(block, 'tracking'), context)
      return block.type.create({ tracking }, content(block, isNote, context))
    }
    default:
      return block.copy(content(block, isNote, context))
  }
}

function trackingIn(node: Node, name: 'paragraphMark' | 'tracking'): Tracking | null {
  return node.attrs[name] as Tracking | null
}

function heldRef(ref: ChangeRef, { moves, losses }: Context): ChangeRef {
  if (ref.move === undefined || moves.has(ref.move)) return ref
  losses.moves.add(ref.move)
  return { id: ref.id, author: ref.author }
}

function heldTracking(tracking: Tracking | null, context: Context): Tracking | null {
  if (!tracking) return null
  const { insertion, deletion } = tracking
  return {
    ...(insertion ? { insertion: heldRef(insertion, context) } : {}),
    ...(deletion ? { deletion: heldRef(deletion, context) } : {}),
  }
}

function heldMark(mark: Mark, context: Context): Mark {
  if (mark.type !== schema.marks.insertion && mark.type !== schema.marks.deletion) return mark
  const { id, author, move } = mark.attrs as { id: string; author: string; move: string | null }
  if (move === null || context.moves.has(move)) return mark
  context.losses.moves.add(move)
  return mark.type.create({ id, author })
}

function heldInline(node: Node, isNote: boolean, context: Context): Node {
  const marks = node.marks.map((mark) => heldMark(mark, context))
  if (node.type === schema.nodes.image) {
    const { blob, alt } = node.attrs as ImageAttrs
    const picture = context.images.get(blob)
    if (picture && readPictureHeader(picture.bytes)) return node.mark(marks)
    context.losses.pictures += 1
    return schema.text(alt === '' ? '[picture]' : `[picture: ${alt}]`, marks)
  }
  if (node.type !== schema.nodes.footnote) return node.mark(marks)
  if (!isNote) return node.type.create(node.attrs, content(node, true, context), marks)
  context.losses.innerNotes += 1
  return schema.text(` [${node.children.map((line) => line.textContent).join(' ')}]`, marks)
}
