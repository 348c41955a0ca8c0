import type { Node } from 'prosemirror-model'
import type { ChangeKind } from '../model/change.ts'
import type { AnchorPiece, BlockChange } from './block-summary.ts'
import { ASPECTS, countWords, summaryOf } from './block-summary.ts'
import type { Range } from './range.ts'
import { addRange } from './range.ts'

export type { Range }

/** One open tracked change as the document holds it; all places that carry its id. */
export type ChangeEntry = {
  readonly id: string
  readonly author: string
  readonly kind: ChangeKind
  /** In text order; a changed ¶ counts as the position range of its closing token. */
  readonly ranges: readonly Range[]
  /** A ¶ reads "\n". */
  readonly inserted: string
  readonly deleted: string
  /** For `format` and `paragraph`: what changed, in words ("bold", "body to heading"). Else empty. */
  readonly description: string
  /** Shared by a deletion and the insertion by the same author that directly follows it: one card. */
  readonly groupId: string
}

/** All places of one comment or claim. */
export type AnchorEntry = {
  readonly id: string
  readonly ranges: readonly Range[]
  /** Words in the final projection, places joined by " … "; empty when all of them are deleted. */
  readonly words: string
}

export type DocumentIndex = {
  /** Open changes in text order. */
  readonly changes: readonly ChangeEntry[]
  /** In the order of the text. */
  readonly comments: ReadonlyMap<string, AnchorEntry>
  readonly claims: ReadonlyMap<string, AnchorEntry>
  /** Words of the final projection. */
  readonly words: number
  /** Final words of the first paragraph of each style; empty when there is none. */
  readonly headline: string
  readonly byline: string
}

function shift(ranges: readonly Range[], by: number): readonly Range[] {
  return ranges.map(({ from, to }) => ({ from: from + by, to: to + by }))
}

type Changes = {
  readonly open: Map<string, BlockChange>
  /** Where deletions end: the place after a deleted ¶ is that, and the start of the paragraph after. */
  readonly ends: Map<number, BlockChange>
}

function addChange({ open, ends }: Changes, change: BlockChange, start: number, size: number): void {
  const ranges = shift(change.ranges, start)
  const known = open.get(change.id)
  open.set(change.id, known ? mergeChange(known, change, ranges) : { ...change, ranges })
  if (change.deleted === '' || change.inserted !== '') return
  for (const { to } of ranges) {
    ends.set(to, change)
    if (to === start + size) ends.set(to + 1, change)
  }
}

function mergeChange(known: BlockChange, change: BlockChange, ranges: readonly Range[]): BlockChange {
  return {
    ...known,
    rank: Math.min(known.rank, change.rank),
    ranges: ranges.reduce(addRange, known.ranges),
    inserted: known.inserted + change.inserted,
    deleted: known.deleted + change.deleted,
    descriptions: [...known.descriptions, ...change.descriptions],
  }
}

function closeChanges({ open, ends }: Changes): ChangeEntry[] {
  return [...open.values()].map(({ id, author, rank, ranges, inserted, deleted, descriptions }) => {
    const replaced =
      inserted === '' ? undefined : ranges.find(({ from }) => ends.get(from)?.author === author)
    const kind = ASPECTS[rank] ?? 'paragraph'
    const description = kind === 'format' || kind === 'paragraph' ? [...new Set(descriptions)].join('; ') : ''
    const groupId = (replaced && ends.get(replaced.from)?.id) ?? id
    return { id, author, kind, ranges, inserted, deleted, description, groupId }
  })
}

type OpenAnchor = { readonly id: string; ranges: readonly Range[]; words: string; finalTo: number | null }

/** `finalStart` is the place of the paragraph in the final text, where a standing ¶ counts one; `lastMark` that of the ¶ before. */
function addAnchorPiece(
  anchors: Map<string, OpenAnchor>,
  piece: AnchorPiece,
  start: number,
  finalStart: number,
  lastMark: number | null,
): void {
  let anchor = anchors.get(piece.id)
  if (!anchor) {
    anchor = { id: piece.id, ranges: [], words: '', finalTo: null }
    anchors.set(piece.id, anchor)
  }
  anchor.ranges = addRange(anchor.ranges, { from: start + piece.from, to: start + piece.to })
  if (piece.finalText === '') return
  const finalFrom = finalStart + piece.finalFrom
  if (anchor.finalTo !== null && finalFrom !== anchor.finalTo) {
    anchor.words += anchor.finalTo === lastMark && finalFrom === lastMark + 1 ? ' ' : ' … '
  }
  anchor.words += piece.finalText.replaceAll('\n', ' ')
  anchor.finalTo = finalFrom + piece.finalText.length
}

function closeAnchors(anchors: ReadonlyMap<string, OpenAnchor>): ReadonlyMap<string, AnchorEntry> {
  return new Map([...anchors].map(([id, { ranges, words }]) => [id, { id, ranges, words }]))
}

/**
 * Everything that lists and counts need of a document: open changes, anchors, words. A fold over the paragraphs,
 * each of which is read once in its life; nothing is kept up step by step, so nothing can go stale.
 */
export function indexDocument(doc: Node): DocumentIndex {
  const changes: Changes = { open: new Map(), ends: new Map() }
  const anchors = { comment: new Map<string, OpenAnchor>(), claim: new Map<string, OpenAnchor>() }
  const firstOf = new Map<string, string>()
  let words = 0
  let finalStart = 0
  let lastMark: number | null = null
  let runOn: string | null = null
  doc.forEach((paragraph, start, index) => {
    const summary = summaryOf(paragraph)
    for (const change of summary.changes) addChange(changes, change, start, paragraph.nodeSize)
    for (const piece of summary.anchors)
      addAnchorPiece(anchors[piece.mark], piece, start, finalStart, lastMark)
    finalStart += summary.finalText.length
    if (summary.runsOn && index < doc.childCount - 1) {
      runOn = (runOn ?? '') + summary.finalText
      return
    }
    const text: string = (runOn ?? '') + summary.finalText
    words += runOn === null ? summary.words : countWords(text)
    if (!firstOf.has(summary.style)) firstOf.set(summary.style, text.replaceAll('\n', ' '))
    runOn = null
    lastMark = finalStart
    finalStart += 1
  })
  return {
    changes: closeChanges(changes),
    comments: closeAnchors(anchors.comment),
    claims: closeAnchors(anchors.claim),
    words,
    headline: firstOf.get('headline') ?? '',
    byline: firstOf.get('byline') ?? '',
  }
}
