import type { Mark, Node } from 'prosemirror-model'
import { fold, findIn, needleOf } from './find-fold.ts'
import type { FindQuery, Folded, Needle } from './find-fold.ts'
import type { Range } from '../range.ts'
import { deletionOf, isMarkDeleted } from '../tracking-state.ts'

/**
 * Finding words in the final text. What is deleted is not there: words on both sides of it are found as one, also
 * where it is the ¶ between two paragraphs. Formats and insertions make no difference. A match lies in one paragraph
 * as it is seen, and never holds a picture or a footnote; footnotes and cells are searched by themselves.
 */

export type Match = {
  /** Before its first character and behind its last. */
  readonly from: number
  readonly to: number
  /** Its words without what is deleted between them. */
  readonly ranges: readonly Range[]
  /** As they stand in the text. */
  readonly text: string
  /** Formats, anchors and tracking of its first letter. */
  readonly marks: readonly Mark[]
}

/** Stands for what is no text; nobody can type it. */
const OBJECT = '\ufffc'

/** A stretch of shown text in one format. Offsets count from before its paragraph. */
type Stretch = { readonly from: number; readonly text: string; readonly marks: readonly Mark[] }
type Paragraph = {
  readonly stretches: readonly Stretch[]
  readonly text: string
  /** Footnotes, and where they stand. */
  readonly inner: readonly { readonly node: Node; readonly at: number }[]
}

/** Nodes never change, so what was read of one is right for as long as it lives. */
const paragraphs = new WeakMap<Node, Paragraph>()
const folds = { kept: new WeakMap<Paragraph, Folded>(), lowered: new WeakMap<Paragraph, Folded>() }

function readParagraph(paragraph: Node): Paragraph {
  const known = paragraphs.get(paragraph)
  if (known) return known
  const stretches: Stretch[] = []
  const inner: { node: Node; at: number }[] = []
  paragraph.forEach((node, offset) => {
    const at = offset + 1
    if (!node.isText && node.childCount > 0) inner.push({ node, at })
    if (deletionOf(node.marks)) return
    if (!node.isText) {
      stretches.push({ from: at, text: OBJECT, marks: [] })
    } else stretches.push({ from: at, text: node.text ?? '', marks: node.marks })
  })
  const read = { stretches, text: stretches.map(({ text }) => text).join(''), inner }
  paragraphs.set(paragraph, read)
  return read
}

function foldOf(paragraph: Paragraph, keepCase: boolean): Folded {
  const cache = keepCase ? folds.kept : folds.lowered
  const known = cache.get(paragraph)
  if (known) return known
  const folded = fold(paragraph.text, keepCase)
  cache.set(paragraph, folded)
  return folded
}

/** Paragraphs that are seen as one, with where each begins in the document. */
type Visible = { readonly paragraph: Paragraph; readonly start: number }[]

function joined(visible: Visible): Stretch[] {
  return visible.flatMap(({ paragraph, start }) =>
    paragraph.stretches.map((stretch) => ({ ...stretch, from: start + stretch.from })),
  )
}

function matchesOf(visible: Visible, needle: Needle): Match[] {
  const [only] = visible
  const { matchCase } = needle.query
  if (only === undefined) return []
  const text = visible.map(({ paragraph }) => paragraph.text).join('')
  const folded = visible.length === 1 ? foldOf(only.paragraph, matchCase) : fold(text, matchCase)
  const places = findIn(text, folded, needle)
  if (places.length === 0) return []
  const stretches = joined(visible)
  const matches: Match[] = []
  let index = 0
  let start = 0
  for (const [from, to] of places) {
    for (let size = stretches[index]?.text.length ?? 0; start + size <= from;) {
      start += size
      index += 1
      size = stretches[index]?.text.length ?? Infinity
    }
    const ranges = rangesAt(stretches, index, from - start, to - from)
    const first = ranges[0]
    const last = ranges.at(-1)
    const marks = stretches[index]?.marks ?? []
    if (first && last)
      matches.push({ from: first.from, to: last.to, ranges, text: text.slice(from, to), marks })
  }
  return matches
}

/** The ranges of `length` letters from an offset in the stretch of that index. */
function rangesAt(stretches: readonly Stretch[], index: number, offset: number, length: number): Range[] {
  const ranges: Range[] = []
  let rest = length
  let begin = offset
  for (const { from, text } of stretches.slice(index, index + length)) {
    const size = Math.min(rest, text.length - begin)
    const at = from + begin
    const last = ranges.at(-1)
    if (last?.to === at) ranges[ranges.length - 1] = { from: last.from, to: at + size }
    else if (size > 0) ranges.push({ from: at, to: at + size })
    rest -= size
    begin = 0
    if (rest === 0) break
  }
  return ranges
}

function search(container: Node, start: number, needle: Needle, matches: Match[]): void {
  let visible: Visible = []
  const close = () => {
    matches.push(...matchesOf(visible, needle))
    visible = []
  }
  container.forEach((node, offset) => {
    const at = start + offset
    if (!node.isTextblock) {
      search(node, at + 1, needle, matches)
      return
    }
    const paragraph = readParagraph(node)
    for (const { node: footnote, at: place } of paragraph.inner) {
      search(footnote, at + place + 1, needle, matches)
    }
    visible.push({ paragraph, start: at })
    if (!isMarkDeleted(node)) close()
  })
  close()
}

/** All places of the words, in the order of the text; none overlaps another. */
export function findText(doc: Node, query: FindQuery): readonly Match[] {
  const needle = needleOf(query)
  if (needle === null || query.text.includes(OBJECT)) return []
  const matches: Match[] = []
  search(doc, 0, needle, matches)
  // Those of footnotes come before those of the paragraph around them.
  return matches.sort((one, other) => one.from - other.from)
}

/** The place of a selection among the matches, from 1; 0 where none is selected. */
export function matchAt(matches: readonly Match[], { from, to }: Range): number {
  return 1 + matches.findIndex((match) => match.from === from && match.to === to)
}

/** The match to go to from a place, going round at the ends; null when there is none. */
export function matchFrom(matches: readonly Match[], { from, to }: Range, direction: -1 | 1): Match | null {
  const next =
    direction > 0
      ? matches.find((match) => match.from >= to && (match.from > from || match.to > to || from === to))
      : matches.findLast((match) => match.to <= from)
  return next ?? (direction > 0 ? matches[0] : matches.at(-1)) ?? null
}
