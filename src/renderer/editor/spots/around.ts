import type { Node } from 'prosemirror-model'
import type { Range } from '../../../shared/document/range.ts'
import { sentenceStarts } from '../../../shared/document/sentences.ts'
import { spanAt } from '../../../shared/document/visible-span.ts'
import { liveTextOf } from '../commands/live-text.ts'

/** Words of the final text in the sentence that they begin in; line breaks and pictures read as spaces. */
export type Around = { readonly before: string; readonly words: string; readonly after: string }

const NOTHING: Around = { before: '', words: '', after: '' }

export function aroundSpot(doc: Node, { from, to }: Range): Around {
  const span = spanAt(doc, from)
  if (span === null) return NOTHING
  const { text, positions, ends } = liveTextOf(span)
  const first = positions.findIndex((position) => position >= from)
  const last = ends.findLastIndex((end) => end <= to) + 1
  if (first < 0 || last <= first) return NOTHING
  const starts = sentenceStarts(text)
  const begin = starts.findLast((start) => start <= first) ?? 0
  const end = starts.find((start) => start >= last) ?? text.length
  const line = text.replaceAll('\n', ' ')
  return {
    before: line.slice(begin, first),
    words: line.slice(first, last),
    after: line.slice(last, end).trimEnd(),
  }
}
