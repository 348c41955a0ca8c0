import { Fragment } from 'prosemirror-model'
import type { Mark, Node } from 'prosemirror-model'
import type {
  CellAttrs,
  ChangeRef,
  ImageAttrs,
  ParagraphAttrs,
  Tracking,
} from '../../../shared/document/attributes.ts'
import { schema } from '../../../shared/document/schema.ts'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { Pictures } from '../../../shared/model/interchange.ts'
import type { Warning } from '../../../shared/model/review.ts'
import { sameItems } from '../../import/docx/map-tracking.ts'
import { withoutLostMarks } from '../../import/docx/table-marks.ts'
import { readPictureHeader } from '../../pictures/header.ts'
import { settledSize } from '../../pictures/size.ts'
import { heldBlockChips } from './held-blocks.ts'
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
 * into knows what the document names of Word files; `isBlock`: whether that stands beside paragraphs.
 */
export function holdable(
  given: Node,
  images: Pictures,
  isKnown: (key: string) => boolean = () => false,
  isBlock: (key: string) => boolean = () => false,
): Holdable {
  if (given.children.every(isHoldable)) return { doc: given, warnings: [] }
  const { doc: known, things } = withoutUnknown(given, isKnown)
  const { doc, lost: files } = heldBlockChips(known, isBlock)
  const losses: Losses = { pictures: 0, innerNotes: 0, cells: 0, moves: new Set(), things }
  const moves = new Set(hasMoves(doc) ? planMoves(readBlocks(doc)).keys() : [])
  const held = withContent(doc, content(doc, false, { images, moves, losses }))
  const marks = withoutLostMarks(held.children)
  return {
    doc: withContent(held, marks.blocks),
    warnings: [
      ...warningsOf(losses),
      ...(marks.lost > 0 ? [lostMarks(marks.lost)] : []),
      ...(files > 0 ? [lostFiles(files)] : []),
    ],
  }
}

/** Nearly every block of a text that was made here: Word holds it as it is. */
function isHoldable({ type, attrs, children }: Node): boolean {
  const { look, paragraphChange, paragraphMark } = attrs as ParagraphAttrs
  if (type !== schema.nodes.para || look !== null || paragraphChange !== null) return false
  return (
    !hasMove(paragraphMark) && children.every((node) => isWords(node) && node.marks.every(isHoldableMark))
  )
}

function isWords({ isText, type }: Node): boolean {
  return isText || type === schema.nodes.hardBreak
}

function isHoldableMark({ type, attrs }: Mark): boolean {
  return type !== schema.marks.look && type !== schema.marks.formatChange && typeof attrs['move'] !== 'string'
}

function hasMove(tracking: Tracking | null | undefined): boolean {
  return tracking?.insertion?.move !== undefined || tracking?.deletion?.move !== undefined
}

function lostMarks(count: number): Warning {
  const message =
    `${plural(count, 'tracked end of a paragraph', 'tracked ends of paragraphs')} before a table cannot be said in ` +
    'Word and stands there untracked.'
  return { code: 'table-mark', message }
}

function lostFiles(count: number): Warning {
  const message =
    `${plural(count, 'embedded file')} that came or went cannot be tracked in Word and ` +
    `${count === 1 ? 'stands' : 'stand'} there untracked.`
  return { code: 'kept', message }
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

/** Moved text, a moved ¶ or a moved row. */
function hasMoves(doc: Node): boolean {
  let found = false
  doc.descendants((node) => {
    const tracking = (node.attrs['paragraphMark'] ?? node.attrs['tracking']) as Tracking | null | undefined
    found ||= hasMove(tracking)
    found ||= node.marks.some(({ attrs }) => typeof attrs['move'] === 'string')
    return !found
  })
  return found
}

/** The node itself where nothing is lost in it, as nothing is in nearly all of a text. */
function withContent(node: Node, children: readonly Node[]): Node {
  return sameItems(children, node.children) ? node : node.copy(Fragment.fromArray([...children]))
}

function content(container: Node, isNote: boolean, context: Context): readonly Node[] {
  return container.children.map((block) => heldBlock(block, isNote, context))
}

function heldBlock(block: Node, isNote: boolean, context: Context): Node {
  switch (block.type) {
    case schema.nodes.para: {
      const paragraphMark = heldTracking(trackingIn(block, 'paragraphMark'), context)
      const inline = block.children.map((node) => heldInline(node, isNote, context))
      if (paragraphMark === trackingIn(block, 'paragraphMark')) return withContent(block, inline)
      return schema.nodes.para.create({ ...block.attrs, paragraphMark }, inline)
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
      return block.type.create({ ...block.attrs, tracking }, content(block, isNote, context))
    }
    default:
      return withContent(block, content(block, isNote, context))
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
  const insertion = tracking.insertion && heldRef(tracking.insertion, context)
  const deletion = tracking.deletion && heldRef(tracking.deletion, context)
  if (insertion === tracking.insertion && deletion === tracking.deletion) return tracking
  return { ...(insertion ? { insertion } : {}), ...(deletion ? { deletion } : {}) }
}

function heldMark(mark: Mark, context: Context): Mark {
  if (mark.type !== schema.marks.insertion && mark.type !== schema.marks.deletion) return mark
  const { id, author, move } = mark.attrs as { id: string; author: string; move: string | null }
  if (move === null || context.moves.has(move)) return mark
  context.losses.moves.add(move)
  return mark.type.create({ id, author })
}

function heldInline(node: Node, isNote: boolean, context: Context): Node {
  const mapped = node.marks.map((mark) => heldMark(mark, context))
  const marks = sameItems(mapped, node.marks) ? node.marks : mapped
  if (node.type === schema.nodes.image) {
    const { blob, alt } = node.attrs as ImageAttrs
    const picture = context.images.get(blob)
    const header = picture && readPictureHeader(picture.bytes)
    const size = header && settledSize(node.attrs as ImageAttrs, header)
    if (size) return node.type.create({ ...node.attrs, ...size }, null, marks)
    context.losses.pictures += 1
    return schema.text(alt === '' ? '[picture]' : `[picture: ${alt}]`, marks)
  }
  if (node.type !== schema.nodes.footnote) return node.mark(marks)
  if (!isNote) return node.type.create(node.attrs, content(node, true, context), marks)
  context.losses.innerNotes += 1
  return schema.text(` [${node.children.map((line) => line.textContent).join(' ')}]`, marks)
}
