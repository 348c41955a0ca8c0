import type { Node } from 'prosemirror-model'
import type { Range } from '../../../src/shared/document/index/document-index.ts'
import { sentenceStarts } from '../../../src/shared/document/sentences.ts'
import type { Spot } from './list.ts'

/** The words of a paragraph by sentence, each with its place in the paragraph's text. */
function wordsBySentence(text: string): readonly (readonly Range[])[] {
  const starts = sentenceStarts(text)
  return starts.map((start, index) =>
    [...text.slice(start, starts[index + 1]).matchAll(/\S+/gu)].map((word) => ({
      from: start + word.index,
      to: start + word.index + word[0].length,
    })),
  )
}

/** Stops behind a word, but not the dot of “U.S.”. */
const STOPS = /(?:(?<!\b\p{Lu})\.|[,;:])+$/u

/** Where the words of a spot stand in the text of its paragraph, without the stops behind them. */
function rangeIn(text: string, sentence: number, first: number, last: number): Range | null {
  const words = wordsBySentence(text)[sentence - 1]
  const from = words?.[first - 1]?.from
  const to = words?.[last - 1]?.to
  if (from === undefined || to === undefined) return null
  return { from, to: to - (STOPS.exec(text.slice(from, to))?.[0].length ?? 0) }
}

export type Found = Range & {
  readonly paragraph: number
  readonly sentence: number
  readonly words: string
}

/** The place of a spot in a draft of plain paragraphs. Throws where the draft has no such words. */
export function findSpot(doc: Node, spot: Spot): Found {
  const [paragraph = -1, sentence = 0, first = 0, last = 0] = spot.split(/[.:-]/).map(Number)
  const node = doc.maybeChild(paragraph)
  const text = node?.textBetween(0, node.content.size, '', '\n') ?? ''
  const range = rangeIn(text, sentence, first, last)
  if (!node || !range) throw new Error(`The draft has no words at ${spot}.`)
  let start = 1
  for (let index = 0; index < paragraph; index++) start += doc.child(index).nodeSize
  const words = text.slice(range.from, range.to)
  return { paragraph, sentence, from: start + range.from, to: start + range.to, words }
}
