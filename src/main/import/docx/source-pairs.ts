import type { Node } from 'prosemirror-model'
import { attribute, elements } from '../../opc/xml.ts'
import type { XmlElement } from '../../opc/xml.ts'
import type { SourceNote } from './source-types.ts'
import type { Trace } from './trace.ts'

/** Where an element stands: in the main part, or in one of notes. */
export type Origin = { readonly element: XmlElement; readonly part: 'main' | SourceNote['part'] }
type Range = { readonly from: number; readonly to: number }

export type Pairs = {
  /** Of the paragraphs of the draft. */
  readonly origins: ReadonlyMap<Node, Origin>
  readonly notes: ReadonlyMap<Node, SourceNote>
  /** Blocks of the draft by the traced block that each was. */
  readonly finals: ReadonlyMap<Node, Node>
  /** Of the traced blocks, in the text of the main part. */
  readonly ranges: ReadonlyMap<Node, Range>
}
type Growing = {
  readonly origins: Map<Node, Origin>
  readonly notes: Map<Node, SourceNote>
  readonly trace: Trace
}

/**
 * Finds for each paragraph of the draft the element that it came from. The reader goes over its blocks twice more after
 * it traced them, and the import over the head; all of that keeps their order and what is in them. `first`: the place in
 * `doc` of the first traced block.
 */
export function pairNodes(traced: readonly Node[], doc: Node, first: number, trace: Trace): Pairs {
  const growing: Growing = { origins: new Map(), notes: new Map(), trace }
  const finals = new Map<Node, Node>()
  const ranges = new Map<Node, Range>()
  for (const [index, node] of traced.entries()) {
    const element = trace.blocks.get(node)
    const range = element && rangeOf(element)
    if (range) ranges.set(node, range)
    const final = doc.maybeChild(index + first)
    if (index + first < 0 || final?.type !== node.type) continue
    finals.set(node, final)
    pair(node, final, 'main', growing)
  }
  return { origins: growing.origins, notes: growing.notes, finals, ranges }
}

/** An element that no file holds stands where what is in it does. */
function rangeOf(element: XmlElement): Range | null {
  if (element.end > element.start) return { from: element.start, to: element.end }
  const [first] = elements(element)
  return first && first.end > first.start ? { from: first.start, to: first.end } : null
}

function pair(traced: Node, final: Node, part: Origin['part'], growing: Growing): void {
  const { origins, trace } = growing
  if (!traced.isTextblock) {
    if (traced.childCount !== final.childCount) return
    for (const [index, child] of traced.children.entries()) pair(child, final.child(index), part, growing)
    return
  }
  const element = trace.blocks.get(traced)
  if (!element) return
  // What is kept as it is beside paragraphs (a table in a cell, an altChunk) stands in one that no file holds.
  if (element.end > element.start && element.name === 'w:p') origins.set(final, { element, part })
  pairNotes(element, traced, final, growing)
}

function pairNotes(parent: XmlElement, traced: Node, final: Node, growing: Growing): void {
  const { notes, trace } = growing
  for (const element of elements(parent)) {
    const range = trace.inline.get(element)
    if (!range || range[0] === range[1]) continue
    const kind = NOTES.get(element.name)
    if (!kind) {
      pairNotes(element, traced, final, growing)
      continue
    }
    const [one, other] = [traced.nodeAt(range[0]), final.nodeAt(range[0])]
    if (one?.type.name !== 'footnote' || other?.type !== one.type) continue
    notes.set(other, { part: kind, number: attribute(element, 'w:id') ?? '' })
    pair(one, other, kind, growing)
  }
}

const NOTES: ReadonlyMap<string, SourceNote['part']> = new Map([
  ['w:footnoteReference', 'footnotes'],
  ['w:endnoteReference', 'endnotes'],
])
