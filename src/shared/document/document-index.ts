import type { Node } from 'prosemirror-model'
import type { ChangeKind } from '../model/change.ts'
import type { AnchorPiece, ChangePiece } from './block-summary.ts'
import { countWords, summaryOf } from './block-summary.ts'

/** A stretch of the document, in ProseMirror positions. */
export type Range = { readonly from: number; readonly to: number }

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

/** A change that is text and ¶ in one (typing across Enter) goes by its text: the first that fits. */
const KIND_OF_ASPECT: readonly ChangePiece['aspect'][] = [
  'insertion',
  'deletion',
  'format',
  'split',
  'join',
  'paragraph',
]

type OpenChange = {
  readonly id: string
  readonly author: string
  readonly aspects: Set<ChangePiece['aspect']>
  readonly ranges: Range[]
  readonly descriptions: Set<string>
  inserted: string
  deleted: string
}

function addRange(ranges: Range[], from: number, to: number): void {
  const last = ranges.at(-1)
  if (last && from <= last.to) ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, to) }
  else ranges.push({ from, to })
}

function addChange(changes: Map<string, OpenChange>, piece: ChangePiece, start: number): void {
  const { id, author, aspect } = piece
  let change = changes.get(id)
  if (!change) {
    const aspects = new Set<ChangePiece['aspect']>()
    change = { id, author, aspects, ranges: [], descriptions: new Set(), inserted: '', deleted: '' }
    changes.set(id, change)
  }
  change.aspects.add(aspect)
  addRange(change.ranges, start + piece.from, start + piece.to)
  if (piece.description !== '') change.descriptions.add(piece.description)
  if (aspect === 'insertion' || aspect === 'split') change.inserted += piece.text
  if (aspect === 'deletion' || aspect === 'join') change.deleted += piece.text
}

/** Where each deletion ends, by author; the place after a deleted ¶ counts as its end as well. */
function deletionEnds(changes: Iterable<OpenChange>): ReadonlyMap<string, string> {
  const ends = new Map<string, string>()
  for (const { id, author, aspects, ranges } of changes) {
    if (aspects.has('insertion') || aspects.has('split')) continue
    if (!aspects.has('deletion') && !aspects.has('join')) continue
    for (const { to } of ranges) {
      ends.set(`${String(to)} ${author}`, id)
      if (aspects.has('join')) ends.set(`${String(to + 1)} ${author}`, id)
    }
  }
  return ends
}

function closeChanges(changes: ReadonlyMap<string, OpenChange>): ChangeEntry[] {
  const ends = deletionEnds(changes.values())
  return [...changes.values()].map((change) => {
    const { id, author, aspects, ranges, inserted, deleted } = change
    const replaced =
      aspects.has('insertion') || aspects.has('split')
        ? ranges.map(({ from }) => ends.get(`${String(from)} ${author}`)).find((end) => end !== undefined)
        : undefined
    const kind = KIND_OF_ASPECT.find((aspect) => aspects.has(aspect)) ?? 'format'
    const description = kind === 'format' || kind === 'paragraph' ? [...change.descriptions].join('; ') : ''
    return { id, author, kind, ranges, inserted, deleted, description, groupId: replaced ?? id }
  })
}

type OpenAnchor = { readonly id: string; readonly ranges: Range[]; words: string; finalTo: number | null }

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
  addRange(anchor.ranges, start + piece.from, start + piece.to)
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
  const changes = new Map<string, OpenChange>()
  const anchors = { comment: new Map<string, OpenAnchor>(), claim: new Map<string, OpenAnchor>() }
  const firstOf = new Map<string, string>()
  let words = 0
  let finalStart = 0
  let lastMark: number | null = null
  let runOn: string | null = null
  doc.forEach((paragraph, start, index) => {
    const summary = summaryOf(paragraph)
    for (const piece of summary.changes) addChange(changes, piece, start)
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
