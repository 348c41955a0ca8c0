import type { Node } from 'prosemirror-model'
import type { ChangeRef, Tracking } from '../attributes.ts'
import type { AnchorSheet, BlockAnchor } from './block-anchor.ts'
import { addInnerAnchor, movePiece, noteStyle, openAnchor, pushPiece } from './block-anchor.ts'
import type { BlockChange, ChangeSheet } from './block-change.ts'
import { ASPECTS, addCellEnd, addCellWords, addInner, linkReplacements } from './block-change.ts'
import { describeCells } from './cell-words.ts'
import type { Flow } from './final-words.ts'
import { countWords, readWords } from './final-words.ts'
import { addCells, addInline, addLayout, addParagraph, closingOf } from './node-changes.ts'
import { objectText } from './object-text.ts'
import { pushRange } from '../range.ts'
import { deletionOf, isAnchor, isMarkDeleted, paragraphAttrs } from '../tracking-state.ts'

/**
 * What a paragraph, a table or a footnote holds, so that it need be read only once in its life. All places count from
 * its own start: a summary is right wherever the block stands.
 */
export type BlockSummary = {
  /** In text order. */
  readonly changes: readonly BlockChange[]
  readonly anchors: readonly BlockAnchor[]
  /** Letters, objects and standing ¶ in the final text. */
  readonly finalSize: number
  /** What a paragraph adds to the text around it; null for a table, a row, a cell or a footnote. */
  readonly flow: Flow | null
  /** Words of its final text, with those of cells and footnotes. */
  readonly words: number
  /** The deletion with which it ends: what the same author inserts behind it takes the place of what is deleted. */
  readonly closing: ChangeRef | null
}

const CELLS = ASPECTS.indexOf('cells')

/** A footnote stands nowhere in the text around it. */
const APART = Number.NaN

type Sheets = { readonly changes: ChangeSheet; readonly anchors: AnchorSheet }

/** What its own sign tells already is not told again by what is in the note. */
function addNote({ changes, anchors }: Sheets, note: Node, from: number, isShown: boolean): number {
  const inner = summaryOf(note)
  const told = new Set(note.marks.map((mark) => String(mark.attrs['id'])))
  for (const change of inner.changes) {
    if (!told.has(change.id)) addInner(changes, change, from, { follows: change.follows })
  }
  for (const anchor of inner.anchors) {
    if (told.has(anchor.id)) continue
    const pieces = isShown ? anchor.pieces.map((piece) => movePiece(piece, APART, false)) : []
    addInnerAnchor(anchors, anchor, from, pieces)
  }
  return isShown ? inner.words : 0
}

function summarizeParagraph(paragraph: Node): BlockSummary {
  const sheets: Sheets = { changes: new Map(), anchors: new Map() }
  const { style } = paragraphAttrs(paragraph)
  let text = ''
  let finalSize = 0
  let noteWords = 0
  paragraph.forEach((node, offset) => {
    const from = offset + 1
    const reads = node.text ?? objectText(node)
    const isShown = deletionOf(node.marks) === null
    const size = isShown ? (node.text?.length ?? 1) : 0
    addInline(sheets.changes, node, from, reads)
    for (const mark of node.marks) {
      if (!isAnchor(mark)) continue
      const name = mark.type.name === 'claim' ? 'claim' : 'comment'
      const anchor = openAnchor(sheets.anchors, name, String(mark.attrs['id']))
      pushRange(anchor.ranges, { from, to: from + node.nodeSize })
      if (!isShown) continue
      const place = { from: finalSize, to: finalSize + size, opens: finalSize === 0 }
      pushPiece(anchor.pieces, { ...place, text: reads.replaceAll('\n', ' ') })
      noteStyle(anchor.styles, style)
    }
    if (!node.isLeaf) noteWords += addNote(sheets, node, from, isShown)
    if (isShown) text += node.text ?? (node.type.name === 'hardBreak' ? '\n' : '')
    finalSize += size
  })
  addParagraph(sheets.changes, paragraph)
  linkReplacements(sheets.changes)
  const words = countWords(text)
  const runsOn = isMarkDeleted(paragraph)
  return {
    changes: [...sheets.changes.values()],
    anchors: [...sheets.anchors.values()],
    finalSize: finalSize + (runsOn ? 0 : 1),
    flow: { text, words, style, runsOn },
    words: words + noteWords,
    closing: closingOf(sheets.changes, paragraph),
  }
}

function trackingOf(node: Node): Tracking | null {
  return (node.attrs as { readonly tracking?: Tracking | null }).tracking ?? null
}

/** What one of the blocks in a container adds, `start` from the start of that; in the final text, `finalStart`. */
type Place = { readonly start: number; readonly finalStart: number; readonly afterMark: boolean }

function addPart(
  sheets: Sheets,
  part: BlockSummary,
  place: Place,
  { own, isGone, closing }: { own: Tracking | null; isGone: boolean; closing: ChangeRef | null },
): void {
  for (const change of part.changes) {
    const follows = change.opens && closing?.author === change.author ? closing.id : change.follows
    // Text in a row that came is there because the row is.
    const isOfCells = change.id === own?.insertion?.id || change.id === own?.deletion?.id
    const rank = isOfCells ? Math.max(change.rank, CELLS) : change.rank
    addInner(sheets.changes, change, place.start, { rank, follows })
  }
  for (const anchor of part.anchors) {
    const pieces = anchor.pieces.map((piece) => movePiece(piece, place.finalStart, place.afterMark))
    addInnerAnchor(sheets.anchors, anchor, place.start, isGone ? [] : pieces)
  }
}

/** A table, a row, a cell or a footnote: what stands in it, one after the other. */
function summarizeContainer(node: Node): BlockSummary {
  const sheets: Sheets = { changes: new Map(), anchors: new Map() }
  const kind = node.type.name
  const own = trackingOf(node)
  const isGone = own?.deletion !== undefined
  addCells(sheets.changes, own, node.nodeSize)
  addLayout(sheets.changes, node)
  const parts = node.children.map((child) => summaryOf(child))
  // A table stands apart from the text before it as if by one ¶ more.
  const before = kind === 'table' ? 1 : 0
  let [start, finalStart, afterMark] = [1, before, true]
  let closing: ChangeRef | null = null
  for (const [index, part] of parts.entries()) {
    const child = node.child(index)
    addPart(sheets, part, { start, finalStart, afterMark }, { own, isGone, closing })
    if (kind === 'row') addCellEnd(sheets.changes, own, trackingOf(child))
    if (part.finalSize > 0) afterMark = part.flow?.runsOn !== true
    finalStart += part.finalSize
    start += child.nodeSize
    closing = part.closing
  }
  if (kind === 'cell') addCellEnd(sheets.changes, own)
  if (kind === 'table') {
    for (const [id, words] of describeCells(node)) addCellWords(sheets.changes, id, words)
  }
  return {
    changes: [...sheets.changes.values()],
    anchors: [...sheets.anchors.values()],
    finalSize: isGone || finalStart === before ? 0 : finalStart,
    flow: null,
    words: isGone ? 0 : readWords(parts).words,
    closing: kind === 'row' ? (own?.deletion ?? null) : kind === 'table' ? closing : null,
  }
}

/** Nodes never change, so a summary is right for as long as its block lives. */
const summaries = new WeakMap<Node, BlockSummary>()

export function summaryOf(block: Node): BlockSummary {
  const known = summaries.get(block)
  if (known) return known
  const summary = block.isTextblock ? summarizeParagraph(block) : summarizeContainer(block)
  summaries.set(block, summary)
  return summary
}
