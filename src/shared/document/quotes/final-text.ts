import type { Mark, Node } from 'prosemirror-model'
import type { Range } from '../range.ts'
import { deletionOf, isAnchor, isMarkDeleted } from '../tracking-state.ts'

/** Characters of the final text from one inline node, and where they stand in the document. */
type Piece = {
  /** Offset in the text. */
  readonly at: number
  readonly length: number
  readonly position: number
  readonly anchors: readonly Mark[]
}

/** A stretch of the final text, in UTF-16 offsets. */
export type Place = { readonly from: number; readonly to: number }

/** The final projection as one string, with the way back into the document that was read. */
export type FinalText = {
  /** A ¶ and a hard break read "\n", an image "\uFFFC". */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** Where each paragraph begins in the text. */
  readonly starts: readonly number[]
}

type Reading = { text: string; readonly pieces: Piece[]; readonly starts: number[] }

function textOf(node: Node): string {
  if (node.isText) return node.text ?? ''
  return node.type.name === 'hardBreak' ? '\n' : '\uFFFC'
}

/** Returns the notes met on the way: they are read after the paragraph, so that no note breaks into a sentence. */
function readParagraph(reading: Reading, paragraph: Node, start: number): readonly (() => void)[] {
  const notes: (() => void)[] = []
  paragraph.forEach((node, offset) => {
    if (deletionOf(node.marks)) return
    const position = start + offset
    if (!node.isLeaf) {
      notes.push(() => readContainer(reading, node, position + 1))
      return
    }
    const text = textOf(node)
    reading.pieces.push({
      at: reading.text.length,
      length: text.length,
      position,
      anchors: node.marks.filter(isAnchor),
    })
    reading.text += text
  })
  return notes
}

/** A container: its paragraphs and tables in order, each paragraph on a line of its own unless the one before runs on. */
function readContainer(reading: Reading, container: Node, start: number): void {
  let runsOn = false
  container.forEach((node, offset) => {
    const position = start + offset + 1
    if (!node.isTextblock) {
      readContainer(reading, node, position)
      runsOn = false
      return
    }
    if (!runsOn) {
      if (reading.starts.length > 0) reading.text += '\n'
      reading.starts.push(reading.text.length)
    }
    const notes = readParagraph(reading, node, position)
    runsOn = isMarkDeleted(node) && node !== container.lastChild
    for (const read of notes) read()
  })
}

export function readFinalText(doc: Node): FinalText {
  const reading: Reading = { text: '', pieces: [], starts: [] }
  readContainer(reading, doc, 0)
  return reading
}

/** The first piece that ends after the offset. */
function firstAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.at + piece.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Where a stretch of the text stands in the document: one range for each paragraph that it runs through. */
export function rangesOf(doc: Node, { pieces }: FinalText, { from, to }: Place): readonly Range[] {
  const ranges = new Map<number, Range>()
  for (let index = firstAfter(pieces, from); index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece || piece.at >= to) break
    const range = {
      from: piece.position + Math.max(0, from - piece.at),
      to: piece.position + Math.min(piece.length, to - piece.at),
    }
    const paragraph = doc.resolve(piece.position).start()
    const known = ranges.get(paragraph)
    ranges.set(paragraph, known ? { from: known.from, to: range.to } : range)
  }
  return [...ranges.values()].toSorted((a, b) => a.from - b.from)
}
