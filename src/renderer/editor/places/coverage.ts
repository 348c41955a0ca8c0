import type { Node } from 'prosemirror-model'
import { schema } from '../../../shared/document/schema.ts'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import { liveText } from '../commands/live-text.ts'
import { isNumbered } from '../layout/numbering.ts'
import type { Coverage } from '../api.ts'

const NOTHING: Coverage = { sentences: 0, coveredSentences: 0, words: 0, coveredWords: 0 }

/** Nodes never change: a block is read once in its life, and what stays costs nothing at the next key. */
const known = new WeakMap<Node, Coverage>()

/**
 * How much of the final text is held by claims, over the sentences that the gutter numbers. A sentence or a word is
 * covered as soon as a claim holds some of it.
 */
export function coverageOf(doc: Node): Coverage {
  return doc.children.reduce((sum, block) => {
    if (!isNumbered(block)) return sum
    const part = ofBlock(block)
    return {
      sentences: sum.sentences + part.sentences,
      coveredSentences: sum.coveredSentences + part.coveredSentences,
      words: sum.words + part.words,
      coveredWords: sum.coveredWords + part.coveredWords,
    }
  }, NOTHING)
}

function ofBlock(block: Node): Coverage {
  const before = known.get(block)
  if (before) return before
  const { text, positions } = liveText(block, 0)
  const held = heldIn(block)
  const isHeld = (from: number, to: number): boolean =>
    positions.slice(from, to).some((position, at) => held[position] === 1 && text[from + at]?.trim() !== '')
  const starts = sentenceStarts(text)
  const words = [...text.matchAll(/\S+/gu)].filter(([word]) => /[\p{L}\p{N}]/u.test(word))
  const coverage = {
    sentences: starts.length,
    coveredSentences: starts.filter((start, at) => isHeld(start, starts[at + 1] ?? text.length)).length,
    words: words.length,
    coveredWords: words.filter(({ 0: word, index }) => isHeld(index, index + word.length)).length,
  }
  known.set(block, coverage)
  return coverage
}

/** 1 for each token of the block's content that a claim holds. */
function heldIn(block: Node): Uint8Array {
  const held = new Uint8Array(block.content.size)
  block.forEach((child, offset) => {
    if (schema.marks.claim.isInSet(child.marks)) held.fill(1, offset, offset + child.nodeSize)
  })
  return held
}
