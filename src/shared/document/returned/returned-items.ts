import type { Node } from 'prosemirror-model'
import type { ChangeRef } from '../attributes.ts'
import type { Token } from '../merge/merge-tokens.ts'

/**
 * A token of either text, with what its changes are called in both: a copy that was edited elsewhere has new ids for
 * everything, and what tells that two changes are one is who made them, and when.
 */
export type Item = Token & {
  readonly inserted: string | null
  readonly deleted: string | null
  /** Equal where everything that counts is. */
  readonly says: string
}

/** What a change is called in both texts. */
export type Naming = (ref: ChangeRef) => string

/** What an atom is, whatever its marks; notes are compared by what they hold. */
function identity(node: Node): string {
  const { blob, kind, text } = node.attrs as { blob?: string; kind?: string; text?: string }
  return [node.type.name, blob ?? '', kind ?? '', text ?? ''].join('\u0001')
}

function words(token: Token): string {
  if (token.kind === 'text') return token.text
  if (token.kind === 'atom') return `\u0002${identity(token.node)}\u0001${token.node.textContent}`
  return token.kind === 'paragraph' ? '\u0003' : `\u0004${token.kind}${token.node.textContent}`
}

/** `shows`: whether its tracking is to be seen; not in a clean copy. */
export function toItem(token: Token, nameOf: Naming, shows = true): Item {
  const inserted = token.insertion && shows ? nameOf(token.insertion) : null
  const deleted = token.deletion && shows ? nameOf(token.deletion) : null
  const tracking =
    inserted === null && deleted === null ? '' : `\u0005${inserted ?? ''}\u0005${deleted ?? ''}\u0005`
  return { ...token, inserted, deleted, says: words(token) + tracking }
}

/** Pairs of letters, so that a word that was lengthened still says something. */
function bagOf(node: Node): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  const text = node.textBetween(0, node.content.size, ' ', ' ')
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1)
    bag.set(pair, (bag.get(pair) ?? 0) + 1)
  }
  return bag
}

function sizeOf(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0)
}

/** How much of their text two nodes have in common, from 0 to 1 (Dice); two without text are alike. */
export function likeness(one: Node, other: Node): number {
  const [left, right] = [bagOf(one), bagOf(other)]
  const all = sizeOf(left) + sizeOf(right)
  if (all === 0) return 1
  // Of an empty cell, all can have been filled in.
  if (left.size === 0 || right.size === 0) return 0.3
  const common = [...left].reduce((sum, [word, count]) => sum + Math.min(count, right.get(word) ?? 0), 0)
  return (2 * common) / all
}

/** Whether both can be the same thing, before anything is asked of their tracking. */
export function mayBeSame(base: Item, copy: Item): boolean {
  if (base.kind !== copy.kind) return false
  if (base.kind === 'text') return base.text === copy.text
  if (base.kind === 'atom') {
    return (
      base.node.type === copy.node.type && (!base.node.isLeaf || identity(base.node) === identity(copy.node))
    )
  }
  return true
}
