import type { Node } from 'prosemirror-model'
import { readBlocks } from '../../../shared/document/segments.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { layOut } from '../table-grid.ts'
import { shapeOf } from './claim-shape.ts'
import { cutPieces, formatting, stretches } from './pieces.ts'
import type { ObjectStyler } from './pictures.ts'
import type { Edge, Piece } from './pieces.ts'

/** The text as it would run: numbered by paragraph and sentence, with the places of the claims. */

export type TextParagraph = {
  readonly kind: 'paragraph'
  readonly style: string
  readonly align: string
  /** Bullet or number before a list item, with its level from 0; null outside lists. */
  readonly list: { readonly label: string; readonly level: number } | null
  readonly pieces: readonly Piece[]
}

export type TextTable = {
  readonly kind: 'table'
  readonly columns: number
  readonly rows: readonly (readonly TextCell[])[]
}
export type TextCell = {
  readonly header: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly paragraphs: readonly TextParagraph[]
}
export type TextBlock = TextParagraph | TextTable

type Write = (paragraph: ParagraphSegments, isInCell: boolean) => TextParagraph

/** Paragraphs and tables in their order; a table is as wide as its widest row. */
export function textBlocks(doc: Node, write: Write): readonly TextBlock[] {
  return readBlocks(doc).map((block): TextBlock => {
    if (block.kind === 'paragraph') return write(block, false)
    const rows = block.rows.map(({ cells }) =>
      cells.map(({ attrs: { header, colspan, rowspan }, paragraphs }) => ({
        header,
        colspan,
        rowspan,
        paragraphs: paragraphs.map((paragraph) => write(paragraph, true)),
      })),
    )
    const grid = layOut(block.rows)
    return { kind: 'table', columns: grid.columns, rows }
  })
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

function claimEdges(paragraph: ParagraphSegments, claims: readonly ClaimView[]): readonly Edge[] {
  return claims.flatMap((claim) =>
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

export type TextOptions = { readonly claims: readonly ClaimView[]; readonly objects: ObjectStyler }

/** `final`: the projection with every open change accepted. Without claims the corners are left out. */
export function reportText(final: Node, { claims, objects }: TextOptions): readonly TextBlock[] {
  const listOf = createListCounter()
  let number = 0
  return textBlocks(final, (paragraph, isInCell) => {
    const { style, align } = paragraph.attrs
    const text = paragraph.segments.map((segment) => segment.text).join('')
    const numbered = !isInCell && !(style in UNNUMBERED) && text.trim() !== ''
    if (numbered) number += 1
    const places = numbered ? sentenceEdges(text, number) : isInCell ? [] : headEdge(style)
    const edges = [...places, ...claimEdges(paragraph, claims)]
    return {
      kind: 'paragraph',
      style,
      align,
      list: listOf(paragraph),
      pieces: cutPieces(paragraph.segments, edges, objects(formatting)),
    }
  })
}
