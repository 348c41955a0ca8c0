import { Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Transform } from 'prosemirror-transform'
import type { Range } from './range.ts'
import { schema } from './schema.ts'

/**
 * Removing what is selected, wherever the selection begins and ends. Paragraphs of one container run together, tables
 * and notes that lie wholly in the stretch go, and of those that lie partly in it only the words go: no cell and no
 * note is ever joined with what stands around it.
 */
export function removeRange(transform: Transform, from: number, to: number): void {
  const { doc } = transform
  for (const piece of piecesIn(doc, 0, { from, to }).toReversed()) {
    transform.step(new ReplaceStep(piece.from, piece.to, Slice.empty))
  }
}

/** A node, and the positions before and behind it. */
type Placed = Range & { readonly node: Node }

function overlap(range: Range, from: number, to: number): Range | null {
  const start = Math.max(range.from, from)
  const end = Math.min(range.to, to)
  return start <= end ? { from: start, to: end } : null
}

/** The note of a paragraph that a position lies in. */
function noteAround(paragraph: Placed, position: number): Placed | null {
  const start = paragraph.from + 1
  const { node, offset } = paragraph.node.childAfter(position - start)
  if (node?.type !== schema.nodes.footnote || start + offset === position) return null
  return { node, from: start + offset, to: start + offset + node.nodeSize }
}

/** The words of paragraphs from the first to the last, and all between; of a note at either end its own words only. */
function piecesOfRun(first: Placed, last: Placed, { from, to }: Range): readonly Range[] {
  const begins = noteAround(first, from)
  const ends = noteAround(last, to)
  if (begins && begins.from === ends?.from) return piecesIn(begins.node, begins.from + 1, { from, to })
  const run = { from: begins?.to ?? from, to: ends?.from ?? to }
  return [
    ...(begins ? piecesIn(begins.node, begins.from + 1, { from, to: begins.to - 1 }) : []),
    ...(run.from < run.to ? [run] : []),
    ...(ends ? piecesIn(ends.node, ends.from + 1, { from: ends.from + 1, to }) : []),
  ]
}

/** What goes of a container whose content begins at `start`: stretches without overlap, in text order. */
function piecesIn(container: Node, start: number, range: Range): readonly Range[] {
  const paragraphs: Placed[] = []
  const tables: Placed[] = []
  container.forEach((node, offset) => {
    const placed = { node, from: start + offset, to: start + offset + node.nodeSize }
    if (!overlap(range, placed.from + 1, placed.to - 1)) return
    if (node.isTextblock) paragraphs.push(placed)
    else tables.push(placed)
  })
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  const text = first && last ? overlap(range, first.from + 1, last.to - 1) : null
  const run = first && last && text ? piecesOfRun(first, last, text) : []
  // Those between paragraphs go with them.
  const before = tables.filter((table) => !first || table.from < first.from)
  const after = tables.filter((table) => last && table.from > last.from)
  return [
    ...before.flatMap((table) => piecesOfTable(table, range)),
    ...run,
    ...after.flatMap((table) => piecesOfTable(table, range)),
  ]
}

function piecesOfTable(table: Placed, range: Range): readonly Range[] {
  if (range.from <= table.from && table.to <= range.to) return [{ from: table.from, to: table.to }]
  const pieces: Range[] = []
  table.node.descendants((node, offset) => {
    if (node.type !== schema.nodes.cell) return true
    const start = table.from + 1 + offset + 1
    const part = overlap(range, start, start + node.content.size)
    if (part) pieces.push(...piecesIn(node, start, part))
    return false
  })
  return pieces
}
