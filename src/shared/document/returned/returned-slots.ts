import type { Node } from 'prosemirror-model'
import { tokensOfChildren, tokensOfContainer } from '../merge/merge-tokens.ts'
import type { Token } from '../merge/merge-tokens.ts'
import { schema } from '../schema.ts'
import { alignItems } from './align-items.ts'
import { toItem } from './returned-items.ts'
import type { Item, Naming } from './returned-items.ts'

/** One place of both texts: in both, gone from the copy, or new in it; never in neither. */
export type Slot =
  | {
      readonly kind: 'both'
      readonly base: Item
      readonly copy: Item
      readonly within: readonly Slot[] | null
    }
  | { readonly kind: 'gone'; readonly base: Item }
  | { readonly kind: 'new'; readonly copy: Item }
  /** Was not in the file that was sent, so that its absence says nothing. */
  | { readonly kind: 'unseen'; readonly base: Item }

export type Sides = {
  readonly nameOfBase: Naming
  readonly nameOfCopy: Naming
  /** The file was a clean copy: it had no tracked changes, and nothing that they delete. */
  readonly isClean: boolean
}

function tokensOf(node: Node): readonly Token[] {
  if (node.type === schema.nodes.table) return tokensOfChildren('row', node)
  return node.type === schema.nodes.row ? tokensOfChildren('cell', node) : tokensOfContainer(node)
}

function holdsContent({ kind, node }: Item): boolean {
  return kind !== 'text' && kind !== 'paragraph' && !node.isLeaf
}

/** Cells of a row that has as many as before are those; nobody can tell otherwise. */
function placesOf(base: readonly Item[], copy: readonly Item[]): ReadonlyMap<number, number> {
  const areCells = base[0]?.kind === 'cell' && base.length === copy.length
  return areCells ? new Map(base.map((_, index) => [index, index])) : new Map(alignItems(base, copy))
}

/** How the content of one node became that of the other, with what stands in tables and notes that stayed. */
export function slotsOf(base: Node, copy: Node, sides: Sides): readonly Slot[] {
  const all = tokensOf(base).map((token) => toItem(token, sides.nameOfBase, !sides.isClean))
  const seen = all.filter(({ deletion }) => !sides.isClean || deletion === null)
  const others = tokensOf(copy).map((token) => toItem(token, sides.nameOfCopy))
  const places = placesOf(seen, others)
  const slots: Slot[] = []
  let [index, next] = [0, 0]
  for (const item of all) {
    if (sides.isClean && item.deletion !== null) {
      slots.push({ kind: 'unseen', base: item })
      continue
    }
    const place = places.get(index)
    index += 1
    const other = place === undefined ? undefined : others[place]
    if (place === undefined || other === undefined) {
      slots.push({ kind: 'gone', base: item })
      continue
    }
    for (const one of others.slice(next, place)) slots.push({ kind: 'new', copy: one })
    next = place + 1
    const within = holdsContent(item) ? slotsOf(item.node, other.node, sides) : null
    slots.push({ kind: 'both', base: item, copy: other, within })
  }
  return [...slots, ...others.slice(next).map((copy) => ({ kind: 'new', copy }) as const)]
}
