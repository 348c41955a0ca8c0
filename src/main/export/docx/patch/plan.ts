import type { Node } from 'prosemirror-model'
import type { WordSource } from '../../../import/docx/source-types.ts'
import { alignNodes } from './align.ts'
import type { Match, Said } from './align.ts'
import { canonical } from './canonical.ts'
import type { Names } from './canonical.ts'

/** What of a review is what of its file: blocks of the text, paragraphs of tables and notes, notes. */
export type PatchPlan = {
  /** Blocks of the text. */
  readonly blocks: ReadonlyMap<Node, Match>
  /** Paragraphs of the text, of cells and of notes. */
  readonly paragraphs: ReadonlyMap<Node, Match>
  readonly notes: ReadonlyMap<Node, Match>
}

export type Side = { readonly doc: Node; readonly names: Names }

/**
 * Lays a review beside its file. `mustChange`: whether a block has to be written anew although it says the same, as
 * those of moves have once one of them is.
 */
export function planPatch(source: WordSource, sourceNames: Names, review: Side): PatchPlan {
  const [one, other] = [
    { doc: source.doc, names: sourceNames },
    { doc: review.doc, names: review.names },
  ]
  const loosened = (blocks: ReadonlyMap<Node, Match>): ReadonlyMap<Node, Match> => {
    const isWhole = [...blocks.values()].filter((match) => match.isSame).length === source.doc.childCount
    if (isWhole && blocks.size === review.doc.childCount) return blocks
    return new Map(
      [...blocks].map(
        ([node, match]) => [node, { ...match, isSame: match.isSame && !hasMove(node) }] as const,
      ),
    )
  }
  const blocks = loosened(alignNodes(saidBy(one, one.doc.children), saidBy(other, other.doc.children)))
  const paragraphs = new Map<Node, Match>()
  const notes = new Map<Node, Match>()
  for (const [node, match] of blocks) {
    if (node.isTextblock) paragraphs.set(node, match)
    else alignInner(match, node, one, other, paragraphs)
  }
  const same = new Set([...paragraphs.values()].filter((match) => match.isSame).map((match) => match.source))
  const isWritten = (node: Node) => paragraphs.get(node)?.isSame !== true
  const before = notesIn(source.doc, (paragraph) => !same.has(paragraph))
  for (const [node, match] of alignNodes(
    saidBy(one, before),
    saidBy(other, notesIn(review.doc, isWritten)),
  )) {
    const isSame = match.isSame && !hasMove(node)
    notes.set(node, { ...match, isSame })
    if (!isSame) alignInner(match, node, one, other, paragraphs)
  }
  return { blocks, paragraphs, notes }
}

function saidBy({ names }: Side, nodes: readonly Node[]): readonly Said[] {
  return nodes.map((node) => ({ node, words: canonical(node, names) }))
}

/** The paragraphs of two tables or of two notes. */
function alignInner(match: Match, node: Node, one: Side, other: Side, paragraphs: Map<Node, Match>): void {
  if (match.isSame) return
  const inner = alignNodes(saidBy(one, textblocksIn(match.source)), saidBy(other, textblocksIn(node)))
  for (const [paragraph, found] of inner) {
    paragraphs.set(paragraph, { ...found, isSame: found.isSame && !hasMove(paragraph) })
  }
}

/** Paragraphs in reading order, without those of notes. */
export function textblocksIn(parent: Node): readonly Node[] {
  return parent.children.flatMap((child) => (child.isTextblock ? [child] : textblocksIn(child)))
}

function notesIn(doc: Node, wanted: (paragraph: Node) => boolean): readonly Node[] {
  return textblocksIn(doc)
    .filter(wanted)
    .flatMap((paragraph) => paragraph.children.filter((child) => child.type.name === 'footnote'))
}

/**
 * Word ties both sides of a move together by names and ranges: where anything of a text is written anew, all of its
 * moves are.
 */
export function hasMove(node: Node): boolean {
  const refs = [node.attrs['paragraphMark'], node.attrs['tracking']] as ({
    [side: string]: { move?: string }
  } | null)[]
  if (refs.some((tracking) => Object.values(tracking ?? {}).some((ref) => ref.move !== undefined)))
    return true
  if (node.marks.some((mark) => typeof mark.attrs['move'] === 'string')) return true
  return node.children.some(hasMove)
}
