import type { Mark, Node } from 'prosemirror-model'
import { containerAround } from '../containers.ts'
import { blockAt, createFlat, offsetAt, runsBetween } from './runs.ts'
import type { Flat } from './runs.ts'
import { deletionOf, insertionOf, isAnchor } from '../tracking-state.ts'

/**
 * Which comments and claims new text comes to stand in: those that cover both of its neighbours, a ¶ between
 * not counted; or, where it replaces text, those that cover all of that.
 */

type Place = { readonly from: number; readonly to: number }

/** The nearest text or atom in the blocks of a container from that index on; none on the far side of a table. */
function nearestIn(container: Node, index: number, step: 1 | -1): Node | null {
  for (let at = index; at >= 0 && at < container.childCount; at += step) {
    const block = container.child(at)
    if (!block.isTextblock) return null
    const node = step === 1 ? block.firstChild : block.lastChild
    if (node) return node
  }
  return null
}

function nodeBefore(flat: Flat, offset: number): Node | null {
  const block = blockAt(flat, offset)
  if (offset === block.to) return nearestIn(flat.container, block.index, -1)
  if (offset === block.from) return nearestIn(flat.container, block.index - 1, -1)
  return runsBetween(flat, offset - 1, offset)[0]?.node ?? null
}

function nodeAfter(flat: Flat, offset: number): Node | null {
  const [run] = runsBetween(flat, offset, offset + 1)
  if (run && (run.kind === 'text' || run.kind === 'atom')) return run.node
  const { index, to } = blockAt(flat, offset)
  return nearestIn(flat.container, run?.kind === 'paragraph' || offset === to ? index + 1 : index, 1)
}

function anchorsOf(node: Node | null): readonly Mark[] {
  return node?.marks.filter(isAnchor) ?? []
}

function common(sets: readonly (readonly Mark[])[]): readonly Mark[] {
  const [first, ...others] = sets
  return (first ?? []).filter((mark) => others.every((set) => mark.isInSet(set)))
}

/**
 * Typing goes on letter by letter, and only the first letter stands directly after the words it replaces: so the
 * letters that follow take what the whole insertion has had since then.
 */
function ofReplacementGoingOn(flat: Flat, offset: number, insertionId: string): readonly Mark[] {
  const block = blockAt(flat, offset)
  if (!block.node.isTextblock || offset >= block.to) return []
  const before = runsBetween(flat, block.from, offset).toReversed()
  const typed = before.findIndex((run) => insertionOf(run.node.marks)?.id !== insertionId)
  const replaced = typed > 0 ? before[typed]?.node : undefined
  if (!replaced || !deletionOf(replaced.marks)) return []
  const sets = before.slice(0, typed).map((run) => anchorsOf(run.node))
  return common([...sets, anchorsOf(replaced)])
}

function inlineBetween(flat: Flat, { from, to }: Place): Node[] {
  const found: Node[] = []
  for (const { kind, node } of runsBetween(flat, from, to)) {
    if (kind === 'text' || kind === 'atom') found.push(node)
    else if (kind === 'table') {
      node.descendants((child) => {
        if (child.isInline) found.push(child)
        return !child.isInline
      })
    }
  }
  return found
}

/**
 * For text that takes the place of these offsets. `insertionId` is the insertion that the new text is part of; null
 * where nothing is tracked.
 */
export function inheritedAnchors(flat: Flat, place: Place, insertionId: string | null): readonly Mark[] {
  const replaced = inlineBetween(flat, place)
  // Words that somebody left out of an anchor stay out of it, whatever takes their place.
  if (replaced.length > 0) return common(replaced.map(anchorsOf))
  const around = common([anchorsOf(nodeBefore(flat, place.from)), anchorsOf(nodeAfter(flat, place.to))])
  const goingOn = insertionId === null ? [] : ofReplacementGoingOn(flat, place.from, insertionId)
  return [...around, ...goingOn.filter((mark) => !mark.isInSet(around))]
}

/** The same for two positions of a document, where nothing is tracked. */
export function anchorsAt(doc: Node, { from, to }: Place): readonly Mark[] {
  const { node, start } = containerAround(doc, from)
  const flat = createFlat(node, start, 0, node.childCount)
  return inheritedAnchors(flat, { from: offsetAt(flat, from), to: offsetAt(flat, to) }, null)
}
