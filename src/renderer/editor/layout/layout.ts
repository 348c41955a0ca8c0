import type { EditorView } from 'prosemirror-view'
import type { DocumentIndex, Range } from '../../../shared/document/document-index.ts'
import type { LayoutWindow, PlacedChange, PlacedClaim, PlacedSentence, TextLayout } from '../api.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import { liveText } from '../commands/live-text.ts'
import { blockAt, lineAt, readBlocks } from './blocks.ts'
import type { Block } from './blocks.ts'
import { sentenceStarts } from './sentences.ts'

/**
 * Where everything stands that is drawn beside the text. Only paragraphs that meet the window are looked into:
 * the browser skips the layout of the others (content-visibility), and asking for it would undo that.
 */
export function readLayout(view: EditorView, index: DocumentIndex, window: LayoutWindow): TextLayout {
  const blocks = readBlocks(view)
  const near = (block: Block) => block.bottom >= window.top && block.top <= window.bottom
  return {
    height: view.dom.offsetHeight,
    sentences: placeSentences(view, blocks, near),
    claims: [...index.claims.values()].flatMap((claim): PlacedClaim[] =>
      claim.ranges.flatMap((range) => {
        const span = spanOf(view, blocks, range, near)
        return span ? [{ id: claim.id, ...span }] : []
      }),
    ),
    changes: index.changes.flatMap((change): PlacedChange[] =>
      change.ranges.flatMap((range) => {
        const span = spanOf(view, blocks, range, near)
        return span ? [{ id: change.id, author: change.author, kind: change.kind, ...span }] : []
      }),
    ),
    selectionTop: selectionTop(view, blocks),
  }
}

/** Top of the first line of a range; of its paragraph when that is far from the window. */
export function topOf(
  view: EditorView,
  blocks: readonly Block[],
  range: Range,
  near: (block: Block) => boolean,
): number | null {
  const block = blockAt(blocks, range.from)
  if (!block) return null
  if (!near(block)) return block.top
  return lineAt(view, block, Math.min(range.from, block.to), range.from < block.to ? 1 : -1).top
}

function spanOf(
  view: EditorView,
  blocks: readonly Block[],
  range: Range,
  near: (block: Block) => boolean,
): { top: number; bottom: number } | null {
  const first = blockAt(blocks, range.from)
  const last = blockAt(blocks, Math.max(range.from, range.to - 1))
  if (!first || !last || (!near(first) && !near(last))) return null
  const top = near(first) ? topOf(view, blocks, range, near) : first.top
  const end = Math.max(Math.min(range.to, last.to), last.from)
  const bottom = near(last) ? lineAt(view, last, end, end > last.from ? -1 : 1).bottom : last.bottom
  return top === null ? null : { top, bottom }
}

function selectionTop(view: EditorView, blocks: readonly Block[]): number | null {
  const { from, to, empty } = view.state.selection
  return topOf(view, blocks, { from, to: empty ? from : to }, () => true)
}

/** Headline "H"; then paragraph.sentence, counted over the paragraphs below headline, standfirst and byline. */
function placeSentences(
  view: EditorView,
  blocks: readonly Block[],
  near: (block: Block) => boolean,
): PlacedSentence[] {
  const placed: PlacedSentence[] = []
  let paragraph = 0
  for (const block of blocks) {
    const { style } = paragraphAttrs(block.node)
    if (style === 'standfirst' || style === 'byline' || block.node.content.size === 0) continue
    if (style !== 'headline') paragraph += 1
    if (!near(block)) continue
    if (style === 'headline') {
      placed.push({ label: 'H', ...lineAt(view, block, block.from, 1) })
      continue
    }
    let last = -Infinity
    sentencePositions(block).forEach((position, sentence) => {
      const line = lineAt(view, block, position, 1)
      // Only the first sentence that begins on a line has room for its number.
      if (line.top - last > 4) placed.push({ label: `${paragraph}.${sentence + 1}`, ...line })
      last = line.top
    })
  }
  return placed
}

function sentencePositions(block: Block): readonly number[] {
  const live = liveText(block.node, block.from)
  if (live.text.trim() === '') return [block.from]
  return sentenceStarts(live.text).map((offset) => live.positions[offset] ?? block.from)
}
