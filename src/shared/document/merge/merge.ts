import { Fragment } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import { createConflicts } from './merge-conflicts.ts'
import type { Conflict } from './merge-conflicts.ts'
import type { BothStates } from './merge-gap.ts'
import type { ThreeWay } from './merge-refs.ts'
import { mergeSequence } from './merge-sequence.ts'
import type { SequenceContext } from './merge-sequence.ts'
import {
  blocksOf,
  changeIdsOf,
  tableInsertionsOf,
  tokensOfChildren,
  tokensOfContainer,
} from './merge-tokens.ts'
import type { Token } from './merge-tokens.ts'
import { schema } from '../schema.ts'

export type { Conflict } from './merge-conflicts.ts'

export type Merged = { readonly doc: Node; readonly conflicts: readonly Conflict[] }

/** `inserted`: the changes that inserted whole tables of the base. */
function mergeContent(nodes: ThreeWay<Node>, inserted: ReadonlySet<string>, context: SequenceContext): Node {
  const read = (node: Node): readonly Token[] => {
    if (node.type === schema.nodes.table) return tokensOfChildren('row', node)
    return node.type === schema.nodes.row ? tokensOfChildren('cell', node) : tokensOfContainer(node, inserted)
  }
  const three = { base: read(nodes.base), one: read(nodes.one), other: read(nodes.other) }
  const merged = mergeSequence(three, context)
  const isParent = nodes.base.type === schema.nodes.table || nodes.base.type === schema.nodes.row
  const content = isParent ? Fragment.fromArray(merged.map((token) => token.node)) : blocksOf(merged)
  return nodes.base.copy(content)
}

/**
 * One document with the changes of two passes over the same base, under their own ids and authors; the base may hold
 * open changes itself, and a pass may have decided some. The tokens of the base are still there in both, so nothing
 * is guessed: insertions stand side by side in their gap, what one has deleted is deleted, and formatting and
 * properties are combined. What both did to the same words is listed, and nothing is dropped.
 *
 * It does not matter which pass is called the first. Merging again what is merged already changes nothing: for passes
 * that go on, the base is what both sides had last, which is the merge of what they last sent each other.
 *
 * `states`: what became of every change that each pass ever held, where that is known and the base is what both had
 * last. Without it, words that are plain in one pass are taken for an accepted insertion of the other.
 */
export function merge(base: Node, one: Node, other: Node, states: BothStates | null = null): Merged {
  const conflicts = createConflicts()
  const ids = changeIdsOf(base)
  const inserted = tableInsertionsOf(base)
  const context: SequenceContext = {
    conflicts,
    mergeContent: (nodes) => mergeContent(nodes, inserted, context),
    lastText: null,
    one: { base: ids, pass: changeIdsOf(one), states: states?.one ?? null },
    other: { base: ids, pass: changeIdsOf(other), states: states?.other ?? null },
    states,
  }
  const doc = mergeContent({ base, one, other }, inserted, context)
  return { doc, conflicts: conflicts.list() }
}
