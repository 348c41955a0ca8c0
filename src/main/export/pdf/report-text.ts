import type { Node } from 'prosemirror-model'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { Tracking } from '../../../shared/document/attributes.ts'
import type { ParagraphSegments, Segment, TableSegments } from '../../../shared/document/segments.ts'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import type { LayoutAttrs } from '../../../shared/document/word-attributes.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { layOut } from '../table-grid.ts'
import type { Grid } from '../table-grid.ts'
import { shapeOf } from './claim-shape.ts'
import { withEndnotes } from './endnotes.ts'
import { cutPieces, formatting, stretches } from './pieces.ts'
import type { ObjectStyler } from './pictures.ts'
import type { Edge, Tag } from './pieces.ts'
import { scriptOf } from './script.ts'
import type { TextBlock, TextParagraph, TextTable } from './text-blocks.ts'

/** The text as it would run: numbered by paragraph and sentence, with the places of the claims. */

/** What a text's paragraph is set as, and what its letters tell. */
export type Write = (
  paragraph: ParagraphSegments,
  isInCell: boolean,
) => Omit<TextParagraph, 'kind' | 'style' | 'align' | 'dir' | 'lang'>

function paragraphOf(paragraph: ParagraphSegments, isInCell: boolean, write: Write): TextParagraph {
  const { style, align } = paragraph.attrs
  const text = paragraph.segments.map((segment) => segment.text).join('')
  return { kind: 'paragraph', style, align, ...scriptOf(text), ...write(paragraph, isInCell) }
}

/** Those of the columns that the file tells; of the others a fair share. */
function widthsOf(grid: Grid): readonly number[] {
  const widths: (number | undefined)[] = Array.from({ length: grid.columns })
  for (const { cell, column } of grid.rows.flat()) {
    for (const [index, width] of (cell?.attrs.colwidth ?? []).entries()) {
      if (width > 0) widths[column + index] ??= width
    }
  }
  const known = widths.filter((width) => width !== undefined)
  const share = known.length === 0 ? 1 : known.reduce((sum, width) => sum + width, 0) / known.length
  return Array.from(widths, (width) => width ?? share)
}

/** Rows of heads alone; one that reaches down into another row is not repeated, nor a table that is nothing else. */
function headsOf(rows: TextTable['rows']): number {
  const first = rows.findIndex((cells) => cells.some(({ header, rowspan }) => !header || rowspan > 1))
  return Math.max(0, first)
}

/** What is noted beside the first line of a cell, of it, of its row or of the table that it begins. */
export type CellMarks = (attrs: LayoutAttrs & { readonly tracking?: Tracking | null }) => readonly Tag[]

function marked(paragraphs: readonly TextParagraph[], tags: readonly Tag[]): readonly TextParagraph[] {
  const [first, ...others] = paragraphs
  if (first === undefined || tags.length === 0) return paragraphs
  return [{ ...first, pieces: [{ text: '', tags }, ...first.pieces] }, ...others]
}

function tableOf(table: TableSegments, write: Write, marks: CellMarks): TextTable {
  const rows = table.rows.map((row, place) =>
    row.cells.map(({ attrs, paragraphs }, index) => {
      const { header, colspan, rowspan } = attrs
      const above = index > 0 ? [] : place > 0 ? [row] : [table, row]
      const written = paragraphs.map((paragraph) => paragraphOf(paragraph, true, write))
      return { header, colspan, rowspan, paragraphs: marked(written, [...above, attrs].flatMap(marks)) }
    }),
  )
  return { kind: 'table', widths: widthsOf(layOut(table.rows)), heads: headsOf(rows), rows }
}

/** Paragraphs and tables in their order, and behind them their endnotes. */
export function textBlocks(doc: Node, write: Write, marks: CellMarks = () => []): readonly TextBlock[] {
  return withEndnotes(
    readBlocks(doc).map((block) =>
      block.kind === 'paragraph' ? paragraphOf(block, false, write) : tableOf(block, write, marks),
    ),
  )
}

/** Paragraphs of the article proper are numbered; what stands above them is called by its name. */
const UNNUMBERED: Readonly<Record<string, string>> = { headline: 'H', standfirst: '', byline: '' }

function sentenceEdges(text: string, paragraph: number): readonly Edge[] {
  return sentenceStarts(text).map((at, index) => ({
    at,
    side: 'start',
    tag: { kind: 'sentence', label: `${paragraph}.${index + 1}` },
  }))
}

type Claims = ReadonlyMap<string, ClaimView>

function claimEdges(paragraph: ParagraphSegments, claims: Claims): readonly Edge[] {
  const here = new Set(paragraph.segments.flatMap((segment) => segment.claims))
  const pinned = [...here].flatMap((id) => claims.get(id) ?? [])
  // In the order of their numbers where several begin at one letter.
  const ordered = pinned.toSorted((one, other) => one.number - other.number)
  return ordered.flatMap((claim) =>
    stretches(paragraph.segments, (segment) => segment.claims.includes(claim.id)).flatMap(
      ({ from, to }): readonly Edge[] => [
        {
          at: from,
          side: 'start',
          corner: true,
          tag: { kind: 'claim', label: String(claim.number), shape: shapeOf(claim) },
        },
        { at: to, side: 'end', corner: true },
      ],
    ),
  )
}

function headEdge(style: string): readonly Edge[] {
  const label = UNNUMBERED[style] ?? ''
  return label === '' ? [] : [{ at: 0, side: 'start', tag: { kind: 'sentence', label } }]
}

/** Counts list items level by level; a paragraph outside a list, or another kind of list, starts anew. */
export function createListCounter(): (paragraph: ParagraphSegments) => TextParagraph['list'] {
  const open: { kind: string; count: number }[] = []
  return ({ attrs: { list } }) => {
    open.length = list === null ? 0 : Math.min(open.length, list.level + 1)
    if (list === null) return null
    const before = open[list.level]
    const count = before?.kind === list.kind ? before.count + 1 : 1
    open[list.level] = { kind: list.kind, count }
    return { label: list.kind === 'bullet' ? '•' : `${count}.`, level: list.level }
  }
}

/** To the row of the claim that the words belong to; of several, the shortest is likely the last to be pinned. */
function leads(segment: Segment, claims: Claims): { readonly to?: string } {
  const claim = claims.get(segment.claims.at(-1) ?? '')
  return claim ? { to: `claim-${claim.number}` } : {}
}

export type TextOptions = {
  readonly claims: readonly ClaimView[]
  readonly objects: ObjectStyler
  /** Paragraph and sentence in the margin. */
  readonly numbered: boolean
}

/** `final`: the projection with every open change accepted. Without claims the corners are left out. */
export function reportText(
  final: Node,
  { claims, objects, numbered: inMargin }: TextOptions,
): readonly TextBlock[] {
  const listOf = createListCounter()
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  let number = 0
  return textBlocks(final, (paragraph, isInCell) => {
    const { style } = paragraph.attrs
    const text = paragraph.segments.map((segment) => segment.text).join('')
    const numbered = !isInCell && !(style in UNNUMBERED) && text.trim() !== ''
    if (numbered) number += 1
    const numbers = numbered ? sentenceEdges(text, number) : isInCell ? [] : headEdge(style)
    const places = inMargin ? numbers : []
    const edges = [...places, ...claimEdges(paragraph, byId)]
    const look = (segment: Segment) => ({ ...formatting(segment), ...leads(segment, byId) })
    return { list: listOf(paragraph), pieces: cutPieces(paragraph.segments, edges, objects(look)) }
  })
}
