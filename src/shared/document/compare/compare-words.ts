import type { Node } from 'prosemirror-model'
import type { ChangedRange } from '../tracking/changed-ranges.ts'
import { commonPairs } from './common-pairs.ts'
import type { Line } from './compare-lines.ts'
import { tidyChanges } from './compare-tidy.ts'
import { objectName } from './object-name.ts'
import type { WordChange } from './compare-tidy.ts'
import { schema } from '../schema.ts'

/** A word, a space, a sign, an inline object or a ¶, with its place. */
export type Word = {
  readonly text: string
  readonly node: Node
  /** ProseMirror positions. */
  readonly from: number
  readonly to: number
}

const WORDS = new Intl.Segmenter('und', { granularity: 'word' })
/** What marks off an object from all text. */
const OBJECT = '\0'
const PARAGRAPH_MARK = `${OBJECT}¶`

function textWords(words: Word[], node: Node, text: string, at: number): void {
  for (const { segment, index } of WORDS.segment(text)) {
    words.push({ text: segment, node, from: at + index, to: at + index + segment.length })
  }
}

function objectText(node: Node): string {
  if (node.type === schema.nodes.hardBreak) return '\n'
  return `${OBJECT}${objectName(node)}`
}

function paragraphWords(words: Word[], { node, at }: Line): void {
  let text = ''
  let from = at + 1
  const close = (end: number) => {
    textWords(words, node, text, from)
    text = ''
    from = end
  }
  node.forEach((child, offset) => {
    const start = at + 1 + offset
    if (child.isText) {
      if (text === '') from = start
      text += child.text ?? ''
      return
    }
    close(start)
    words.push({ text: objectText(child), node: child, from: start, to: start + child.nodeSize })
  })
  close(from)
  const end = at + node.nodeSize - 1
  words.push({ text: PARAGRAPH_MARK, node, from: end, to: end + 2 })
}

function wordsOfLines(lines: readonly Line[]): Word[] {
  const words: Word[] = []
  for (const line of lines) paragraphWords(words, line)
  return words
}

function changesBetween(one: readonly Word[], other: readonly Word[]): WordChange[] {
  const same = (left: Word, right: Word) => left.text === right.text
  const changes: WordChange[] = []
  let from = 0
  let otherFrom = 0
  for (const [to, otherTo] of [...commonPairs(one, other, same), [one.length, other.length] as const]) {
    if (to > from || otherTo > otherFrom) changes.push({ from, to, otherFrom, otherTo })
    from = to + 1
    otherFrom = otherTo + 1
  }
  return changes
}

function rangeOf(
  one: readonly Word[],
  other: readonly Word[],
  { from, to, otherFrom, otherTo }: WordChange,
): ChangedRange {
  const start = (words: readonly Word[], index: number) => words[index]?.from ?? 0
  const end = (words: readonly Word[], first: number, last: number) =>
    last > first ? (words[last - 1]?.to ?? 0) : start(words, first)
  return {
    fromA: start(one, from),
    toA: end(one, from, to),
    fromB: start(other, otherFrom),
    toB: end(other, otherFrom, otherTo),
  }
}

export type WordDifference = {
  readonly ranges: readonly ChangedRange[]
  /** Notes that stand in both, and say something else. */
  readonly notes: readonly { readonly one: Word; readonly other: Word }[]
}

/** Where paragraphs differ that are the same ones; the last ¶ of both is always the same. */
export function compareWords(lines: readonly Line[], otherLines: readonly Line[]): WordDifference {
  const [one, other] = [wordsOfLines(lines), wordsOfLines(otherLines)]
  const changes = tidyChanges(one, other, changesBetween(one.slice(0, -1), other.slice(0, -1)))
  const notes: { one: Word; other: Word }[] = []
  let from = 0
  let otherFrom = 0
  for (const change of [...changes, { from: one.length, to: 0, otherFrom: other.length, otherTo: 0 }]) {
    for (; from < change.from; from++, otherFrom++) {
      const [left, right] = [one[from], other[otherFrom]]
      const isNote = left?.node.type === schema.nodes.footnote
      if (isNote && right && !left.node.eq(right.node)) notes.push({ one: left, other: right })
    }
    from = change.to
    otherFrom = change.otherTo
  }
  return { ranges: changes.map((change) => rangeOf(one, other, change)), notes }
}
