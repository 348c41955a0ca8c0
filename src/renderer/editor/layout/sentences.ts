import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import { paragraphAttrs } from '../../../shared/document/tracking-state.ts'
import type { PlacedSentence } from '../api.ts'
import { liveText } from '../commands/live-text.ts'
import { lineAt } from './blocks.ts'
import type { Block } from './blocks.ts'
import { isNumbered } from './numbering.ts'

/** Headline "H"; then paragraph.sentence, counted over the paragraphs below headline, standfirst and byline. */
export function placeSentences(view: EditorView, blocks: readonly Block[]): PlacedSentence[] {
  const { doc } = view.state
  let paragraph = 0
  for (let index = 0; index < (blocks[0]?.index ?? 0); index++) {
    if (isNumbered(doc.child(index))) paragraph += 1
  }
  return blocks.flatMap((block) => {
    if (!block.node.isTextblock) return []
    if (paragraphAttrs(block.node).style === 'headline') {
      return [{ label: 'H', ...lineAt(view, block, block.from, 1) }]
    }
    if (!isNumbered(block.node)) return []
    paragraph += 1
    return sentencesOf(view, block, paragraph)
  })
}

function sentencesOf(view: EditorView, block: Block, paragraph: number): PlacedSentence[] {
  const placed: PlacedSentence[] = []
  let last = -Infinity
  sentenceOffsets(block.node).forEach((offset, sentence) => {
    const line = lineAt(view, block, block.from + offset, 1)
    // Only the first sentence that begins on a line has room for its number.
    if (line.top - last > 4) placed.push({ label: `${paragraph}.${sentence + 1}`, ...line })
    last = line.top
  })
  return placed
}

/** Where the sentences of a paragraph begin, from its first token; nodes never change. */
const offsets = new WeakMap<Node, readonly number[]>()

/** Those offsets, each where the sentence's first character stands in the paragraph. */
export function sentenceOffsets(node: Node): readonly number[] {
  const before = offsets.get(node)
  if (before) return before
  const live = liveText(node, 0)
  const found =
    live.text.trim() === '' ? [0] : sentenceStarts(live.text).map((offset) => live.positions[offset] ?? 0)
  offsets.set(node, found)
  return found
}
