import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Range } from './index/document-index.ts'
import { schema } from './schema.ts'
import { isMarkDeleted, deletionOf } from './tracking-state.ts'

/**
 * Puts an anchor over the text in the ranges, deleted text too; a range may span paragraphs. A note that it holds
 * whole is taken as one, and what stands in it is left alone. No step when there is no text in them, so a caller sees
 * by `steps.length` whether there was anything to hold on to.
 */
export function addAnchor(
  doc: Node,
  mark: 'comment' | 'claim',
  id: string,
  ranges: readonly Range[],
): Transform {
  const transform = new Transform(doc)
  const anchor = schema.mark(mark, { id })
  for (const { from, to } of ranges) {
    let at = from
    doc.nodesBetween(from, to, (node, position) => {
      const end = position + node.nodeSize
      if (node.type !== schema.nodes.footnote || position < from || end > to) return true
      transform.addMark(at, position, anchor).addNodeMark(position, anchor)
      at = end
      return false
    })
    transform.addMark(at, to, anchor)
  }
  return transform
}

/** Takes the anchor away everywhere, or from one stretch of the text. */
export function removeAnchor(
  doc: Node,
  mark: 'comment' | 'claim',
  id: string,
  { from, to }: Range = { from: 0, to: doc.content.size },
): Transform {
  const anchor = schema.mark(mark, { id })
  const transform = new Transform(doc).removeMark(from, to, anchor)
  transform.doc.nodesBetween(from, to, (node, position) => {
    // ProseMirror takes marks from text and atoms alone, and a note is neither.
    if (node.type === schema.nodes.footnote && anchor.isInSet(node.marks)) {
      transform.removeNodeMark(position, anchor)
    }
    return true
  })
  return transform
}

const WORDS = new Intl.Segmenter('und', { granularity: 'word' })

/** The word that the position stands in or touches; null in a gap between words. */
export function wordAt(doc: Node, position: number): Range | null {
  const place = doc.resolve(position)
  const paragraph = place.parent
  if (!paragraph.isTextblock) return null
  const text = paragraph.textBetween(0, paragraph.content.size, '', '\n')
  const segments = WORDS.segment(text)
  for (const at of [place.parentOffset, place.parentOffset - 1]) {
    const word = segments.containing(at)
    if (!word?.isWordLike) continue
    const from = place.start() + word.index
    return { from, to: from + word.segment.length }
  }
  return null
}

/** The words of a range in the final projection, on one line: a standing ¶ and a hard break read as a space. */
export function finalWords(doc: Node, range: Range): string {
  let words = ''
  doc.nodesBetween(range.from, range.to, (node, position) => {
    if (node.isText) {
      if (deletionOf(node.marks)) return false
      words += (node.text ?? '').slice(Math.max(0, range.from - position), range.to - position)
    } else if (node.isInline) {
      if (!deletionOf(node.marks)) words += ' '
    } else if (position > range.from) {
      const before = doc.resolve(position).nodeBefore
      if (before && !isMarkDeleted(before)) words += ' '
    }
    return true
  })
  return words
}
