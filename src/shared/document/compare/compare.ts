import type { Node } from 'prosemirror-model'
import type { ChangedRange } from '../tracking/changed-ranges.ts'
import { alignLines } from './compare-alignment.ts'
import { beadsOf } from './compare-beads.ts'
import type { Bead } from './compare-beads.ts'
import { readLines } from './compare-lines.ts'
import type { Line } from './compare-lines.ts'
import { compareWords } from './compare-words.ts'
import { project } from '../projection.ts'
import { schema } from '../schema.ts'
import { trackDifference } from '../tracking/tracker.ts'
import type { TrackingContext } from '../tracking/tracker.ts'

/** A node of both texts, and the position where its content begins in each. */
type Parents = {
  readonly one: Node
  readonly start: number
  readonly other: Node
  readonly otherStart: number
}

function insideOf(line: Line, otherLine: Line): Parents {
  return { one: line.node, start: line.at + 1, other: otherLine.node, otherStart: otherLine.at + 1 }
}

/** Whole lines that went and came. */
function replacedLines(
  parents: Parents,
  bead: Bead,
  one: readonly Line[],
  other: readonly Line[],
): ChangedRange {
  const at = (lines: readonly Line[], index: number, end: number) => lines[index]?.at ?? end
  const end = parents.start + parents.one.content.size
  const otherEnd = parents.otherStart + parents.other.content.size
  return {
    fromA: at(one, bead.from, end),
    toA: at(one, bead.to, end),
    fromB: at(other, bead.otherFrom, otherEnd),
    toB: at(other, bead.otherTo, otherEnd),
  }
}

function compareParagraphs(one: readonly Line[], other: readonly Line[]): ChangedRange[] {
  const { ranges, notes } = compareWords(one, other)
  const inNotes = notes.flatMap(({ one: note, other: otherNote }) =>
    differencesIn({
      one: note.node,
      start: note.from + 1,
      other: otherNote.node,
      otherStart: otherNote.from + 1,
    }),
  )
  return [...ranges, ...inNotes].toSorted(
    (left, right) => left.fromA - right.fromA || left.fromB - right.fromB,
  )
}

/** The paragraphs and tables of a container, the rows of a table or the cells of a row. */
function differencesIn(parents: Parents): ChangedRange[] {
  const one = readLines(parents.one, parents.start)
  const other = readLines(parents.other, parents.otherStart)
  return beadsOf(one, other, alignLines(one, other)).flatMap((bead) => {
    if (bead.kind === 'other') return [replacedLines(parents, bead, one, other)]
    const [lines, otherLines] = [one.slice(bead.from, bead.to), other.slice(bead.otherFrom, bead.otherTo)]
    const [line, otherLine] = [lines[0], otherLines[0]]
    if (!line || !otherLine) return []
    const isOneForOne = lines.length === 1 && otherLines.length === 1
    if (isOneForOne && line.says === otherLine.says) return []
    if (line.node.type === schema.nodes.para) return compareParagraphs(lines, otherLines)
    return differencesIn(insideOf(line, otherLine))
  })
}

/**
 * The differences of two texts as a redline: tracked changes by `author` that lead from the first to the second, both
 * as their final readings. Rejecting all of them gives the first, accepting all the second (with the anchors of the
 * first). What differs, in which place and by which words, is then in the index of that redline.
 */
export function compare(base: Node, other: Node, context: Pick<TrackingContext, 'author' | 'newId'>): Node {
  const [before, after] = [project(base, 'final'), project(other, 'final')]
  const ranges = differencesIn({ one: before, start: 0, other: after, otherStart: 0 })
  return trackDifference(before, after, ranges, context).transform.doc
}
