import type { Node } from 'prosemirror-model'
import { readSegments } from '../../../shared/document/segments.ts'
import type { ParagraphSegments } from '../../../shared/document/segments.ts'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import { shapeOf } from './claim-shape.ts'
import { cutPieces, formatting, stretches } from './pieces.ts'
import type { Edge, Piece } from './pieces.ts'

/** The text as it would run: numbered by paragraph and sentence, with the places of the claims. */

export type TextParagraph = {
  readonly style: string
  readonly align: string
  /** Bullet or number before a list item, with its level from 0; null outside lists. */
  readonly list: { readonly label: string; readonly level: number } | null
  readonly pieces: readonly Piece[]
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

export type TextOptions = { readonly claims: readonly ClaimView[] }

/** `final`: the projection with every open change accepted. Without claims the corners are left out. */
export function reportText(final: Node, { claims }: TextOptions): readonly TextParagraph[] {
  const listOf = createListCounter()
  let number = 0
  return readSegments(final).map((paragraph) => {
    const { style, align } = paragraph.attrs
    const text = paragraph.segments.map((segment) => segment.text).join('')
    const numbered = !(style in UNNUMBERED) && text.trim() !== ''
    if (numbered) number += 1
    const places = numbered ? sentenceEdges(text, number) : headEdge(style)
    const edges = [...places, ...claimEdges(paragraph, claims)]
    return {
      style,
      align,
      list: listOf(paragraph),
      pieces: cutPieces(paragraph.segments, edges, formatting),
    }
  })
}
