import type { Node } from 'prosemirror-model'
import type { ChangeRef, ParagraphStyle } from './attributes.ts'
import { describeFormat, describeParagraph } from './change-description.ts'
import type { Range } from './range.ts'
import { addRange } from './range.ts'
import {
  deletionOf,
  formatChangeOf,
  insertionOf,
  isAnchor,
  isMarkDeleted,
  paragraphAttrs,
} from './tracking-state.ts'

/** What a change can be, in the order in which it is named: by its text first, where it is several (typing across Enter). */
export const ASPECTS = ['insertion', 'deletion', 'format', 'split', 'join', 'paragraph'] as const
type Aspect = (typeof ASPECTS)[number]

/**
 * All of one change in one paragraph. Offsets count from before the paragraph, so that a summary holds wherever the
 * paragraph stands.
 */
export type BlockChange = {
  readonly id: string
  readonly author: string
  /** Index in ASPECTS of what it is named by. */
  readonly rank: number
  readonly ranges: readonly Range[]
  /** A ¶ reads "\n"; empty where nothing was inserted. */
  readonly inserted: string
  readonly deleted: string
  readonly descriptions: readonly string[]
}

type ChangePiece = ChangeRef & {
  readonly aspect: Aspect
  readonly from: number
  readonly to: number
  readonly text: string
  readonly description: string
}

export type AnchorPiece = {
  readonly mark: 'comment' | 'claim'
  readonly id: string
  readonly from: number
  readonly to: number
  /** Where the piece begins in `finalText`. */
  readonly finalFrom: number
  readonly finalText: string
}

export type BlockSummary = {
  readonly changes: readonly BlockChange[]
  readonly anchors: readonly AnchorPiece[]
  /** The words of the paragraph in the final projection; a hard break is "\n". */
  readonly finalText: string
  readonly words: number
  readonly style: ParagraphStyle
  readonly runsOn: boolean
}

const NO_CHANGE = { text: '', description: '' }

/** Words are stretches between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function inlineChanges(node: Node, from: number, text: string): ChangePiece[] {
  const place = { ...NO_CHANGE, from, to: from + node.nodeSize }
  const pieces: ChangePiece[] = []
  const insertion = insertionOf(node.marks)
  if (insertion) pieces.push({ ...place, ...insertion, aspect: 'insertion', text })
  const deletion = deletionOf(node.marks)
  if (deletion) pieces.push({ ...place, ...deletion, aspect: 'deletion', text })
  const format = formatChangeOf(node.marks)
  if (format) {
    const { id, author, before } = format
    pieces.push({ ...place, id, author, aspect: 'format', description: describeFormat(before, node.marks) })
  }
  return pieces
}

function paragraphChanges(paragraph: Node): ChangePiece[] {
  const attrs = paragraphAttrs(paragraph)
  const { paragraphMark: mark, paragraphChange: change } = attrs
  const place = { ...NO_CHANGE, from: paragraph.nodeSize - 1, to: paragraph.nodeSize }
  const pieces: ChangePiece[] = []
  if (mark?.insertion) pieces.push({ ...place, ...mark.insertion, aspect: 'split', text: '\n' })
  if (mark?.deletion) pieces.push({ ...place, ...mark.deletion, aspect: 'join', text: '\n' })
  if (change) {
    const { id, author, before } = change
    pieces.push({ ...place, id, author, aspect: 'paragraph', description: describeParagraph(before, attrs) })
  }
  return pieces
}

function mergePieces(pieces: readonly ChangePiece[]): BlockChange[] {
  const merged = new Map<string, BlockChange>()
  for (const { id, author, aspect, from, to, text, description } of pieces) {
    const known = merged.get(id)
    const inserts = aspect === 'insertion' || aspect === 'split'
    const deletes = aspect === 'deletion' || aspect === 'join'
    merged.set(id, {
      id,
      author,
      rank: Math.min(known?.rank ?? ASPECTS.length, ASPECTS.indexOf(aspect)),
      ranges: addRange(known?.ranges ?? [], { from, to }),
      inserted: (known?.inserted ?? '') + (inserts ? text : ''),
      deleted: (known?.deleted ?? '') + (deletes ? text : ''),
      descriptions: [...(known?.descriptions ?? []), ...(description === '' ? [] : [description])],
    })
  }
  return [...merged.values()]
}

function summarize(paragraph: Node): BlockSummary {
  const pieces: ChangePiece[] = []
  const anchors: AnchorPiece[] = []
  let finalText = ''
  paragraph.forEach((node, offset) => {
    const from = offset + 1
    const text = node.isText ? (node.text ?? '') : '\n'
    pieces.push(...inlineChanges(node, from, text))
    const shown = deletionOf(node.marks) ? '' : text
    for (const mark of node.marks.filter(isAnchor)) {
      anchors.push({
        mark: mark.type.name === 'claim' ? 'claim' : 'comment',
        id: String(mark.attrs['id']),
        from,
        to: from + node.nodeSize,
        finalFrom: finalText.length,
        finalText: shown,
      })
    }
    finalText += shown
  })
  pieces.push(...paragraphChanges(paragraph))
  return {
    changes: mergePieces(pieces),
    anchors,
    finalText,
    words: countWords(finalText),
    style: paragraphAttrs(paragraph).style,
    runsOn: isMarkDeleted(paragraph),
  }
}

/** Nodes never change, so a summary is right for as long as its paragraph lives. */
const summaries = new WeakMap<Node, BlockSummary>()

export function summaryOf(paragraph: Node): BlockSummary {
  const known = summaries.get(paragraph)
  if (known) return known
  const summary = summarize(paragraph)
  summaries.set(paragraph, summary)
  return summary
}
