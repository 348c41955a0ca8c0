import type { Segment } from '../../../shared/document/segments.ts'
import { MARKER_TINTS } from './hues.ts'

/**
 * Stretches of one paragraph for the template. Marks for the margin are tied to the first or last letter of what
 * they speak of, never set between letters: there, a line break could leave them on the line before.
 */

/** What the margin shows beside the line where a stretch begins; `from` and `to` bound a change bar. */
type Anchored = {
  /** The row of a register leads back to here. */
  readonly anchor?: true
}
export type Tag =
  | { readonly kind: 'sentence'; readonly label: string }
  | (Anchored & { readonly kind: 'claim'; readonly label: string; readonly shape: string })
  | (Anchored & {
      readonly kind: 'change'
      readonly label: string
      readonly initials: string
      readonly hue: number
    })
  | (Anchored & { readonly kind: 'comment'; readonly label: string })
  | { readonly kind: 'from' }
  | { readonly kind: 'to' }
  /** The number of a comment, behind its words; it leads to the register. */
  | { readonly kind: 'ref'; readonly label: string }
  /** Words under a comment begin or end; where they came to stand is told by `places.ts`. */
  | {
      readonly kind: 'noted'
      readonly side: 'from' | 'to'
      readonly label: string
      readonly style: string
    }

/** Absent keys are false; hues are 1 to 6. */
export type Piece = {
  readonly text: string
  readonly strong?: true
  readonly em?: true
  readonly underline?: true
  readonly strike?: true
  readonly superscript?: true
  readonly subscript?: true
  readonly smallCaps?: true
  /** The tint of a text marker. */
  readonly marker?: string
  readonly href?: string
  /** The row of a register that the words lead to. */
  readonly to?: string
  readonly inserted?: number
  readonly deleted?: number
  readonly formatted?: number
  /** Under a comment. */
  readonly noted?: true
  /** A claim begins or ends at this letter. */
  readonly open?: true
  readonly close?: true
  readonly tags?: readonly Tag[]
  /** A picture instead of text: its file among those handed to the typesetter, and its size in CSS pixels. */
  readonly picture?: {
    readonly file: string
    readonly width: number
    readonly height: number
    readonly alt: string
  }
  /** The reference to a note: its paragraphs. */
  readonly note?: readonly (readonly Piece[])[]
  /** The note stands behind the text, under this number ("iv"). */
  readonly endnote?: string
  /** Kept as a Word file has it: what it is; its words are the text. */
  readonly chip?: string
}

/** A thing that begins or ends at an offset of the paragraph's text, in UTF-16 units. */
export type Edge = {
  readonly at: number
  readonly side: 'start' | 'end'
  readonly tag?: Tag
  /** Draws a claim's corner. */
  readonly corner?: true
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Letters that join their neighbours: cut from them, each would be drawn as if it stood alone. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}]/u
const WITHIN = /[\p{L}\p{M}\u0640\u200c\u200d]/u

function wordAt(text: string, index: number): { readonly from: number; readonly to: number } {
  let from = index
  let to = index + 1
  while (from > 0 && WITHIN.test(text.charAt(from - 1))) from -= 1
  while (to < text.length && WITHIN.test(text.charAt(to))) to += 1
  return { from, to }
}

/** The letter that an edge is tied to; the word, where letters join. */
function letterAt(text: string, edge: Edge): { readonly from: number; readonly to: number } | null {
  const index = edge.side === 'start' ? edge.at : edge.at - 1
  if (JOINING.test(text.charAt(index))) return wordAt(text, index)
  const letter = graphemes.segment(text).containing(index)
  return letter ? { from: letter.index, to: letter.index + letter.segment.length } : null
}

type Bound = { readonly edge: Edge; readonly from: number; readonly to: number }

function bind(text: string, edges: readonly Edge[]): readonly Bound[] {
  return edges.flatMap((edge) => {
    const letter = letterAt(text, edge)
    return letter ? [{ edge, ...letter }] : []
  })
}

/** Starts belong to the piece that begins with their letter, ends to the piece that ends with theirs. */
function marksOf(bounds: readonly Bound[], from: number, to: number): Partial<Piece> {
  const here = bounds.filter((bound) => (bound.edge.side === 'start' ? bound.from === from : bound.to === to))
  const tags = here.flatMap(({ edge }) => (edge.tag ? [edge.tag] : []))
  const corner = (side: Edge['side']) => here.some(({ edge }) => edge.corner && edge.side === side)
  return {
    ...(corner('start') ? { open: true } : {}),
    ...(corner('end') ? { close: true } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  }
}

/** A picture without a file gives a text of its own. */
export type Styler = (segment: Segment) => Omit<Piece, 'text'> & { readonly text?: string }

/** Cuts the segments of one paragraph at the letters that edges are tied to. */
export function cutPieces(
  segments: readonly Segment[],
  edges: readonly Edge[],
  style: Styler,
): readonly Piece[] {
  const bounds = bind(segments.map((segment) => segment.text).join(''), edges)
  const cuts = [...new Set(bounds.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let offset = 0
  let next = 0
  for (const segment of segments) {
    const end = offset + segment.text.length
    const look = style(segment)
    let from = offset
    while (from < end) {
      while ((cuts[next] ?? Infinity) <= from) next += 1
      const to = Math.min(end, cuts[next] ?? end)
      const text = segment.object ? '' : shownText(segment, from - offset, to - offset)
      pieces.push({ text, ...look, ...marksOf(bounds, from, to) })
      from = to
    }
    offset = end
  }
  return pieces
}

/** Capitals are printed as such: a file is read by its letters, not by how they are meant to look. */
export function shownText({ text, marks }: Segment, from = 0, to = text.length): string {
  const words = text.slice(from, to)
  return marks.includes('caps') ? words.toUpperCase() : words
}

/** Contiguous stretches of segments for which `has` holds, without the space around them. */
export function stretches(
  segments: readonly Segment[],
  has: (segment: Segment) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const text = segments.map((segment) => segment.text).join('')
  const found: { from: number; to: number }[] = []
  let offset = 0
  for (const segment of segments) {
    const end = offset + segment.text.length
    const last = found.at(-1)
    if (has(segment)) {
      if (last?.to === offset) last.to = end
      else found.push({ from: offset, to: end })
    }
    offset = end
  }
  return found.map(({ from, to }) => trimmed(text, from, to))
}

function trimmed(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const words = text.slice(from, to)
  if (words.trim() === '') return { from, to }
  return { from: from + words.length - words.trimStart().length, to: from + words.trimEnd().length }
}

/** The plain formatting of a segment. */
export function formatting(segment: Segment): Omit<Piece, 'text'> {
  const has = (name: string) => segment.marks.includes(name)
  return {
    ...(has('strong') ? { strong: true } : {}),
    ...(has('em') ? { em: true } : {}),
    ...(has('underline') ? { underline: true } : {}),
    ...(has('strike') ? { strike: true } : {}),
    ...(has('superscript') ? { superscript: true } : {}),
    ...(has('subscript') ? { subscript: true } : {}),
    ...(has('smallCaps') ? { smallCaps: true } : {}),
    ...(segment.highlight === null ? {} : { marker: MARKER_TINTS[segment.highlight] }),
    // A place within a Word file is nowhere here.
    ...(segment.link === null || segment.link.startsWith('#') ? {} : { href: segment.link }),
  }
}
