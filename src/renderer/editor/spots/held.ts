import type { FinalBlock } from '../../../shared/checks/final-blocks.ts'
import { deletionOf, isAnchor } from '../../../shared/document/tracking-state.ts'
import type { Stretch } from './places.ts'

/** Words of a block that a comment or a claim holds on to. */
export type Held = Stretch & { readonly mark: 'comment' | 'claim'; readonly id: string }

const known = new WeakMap<FinalBlock, readonly Held[]>()

/** Every stretch of the final text that carries an anchor; deleted words between two parts of one do not divide it. */
export function heldIn(block: FinalBlock): readonly Held[] {
  const before = known.get(block)
  if (before) return before
  const open = new Map<string, Held>()
  const held: Held[] = []
  for (const part of block.parts) {
    let at = part.at
    for (const child of part.paragraph.node.children) {
      if (deletionOf(child.marks)) continue
      const end = at + (child.isText ? child.nodeSize : 1)
      for (const mark of child.marks) {
        if (!isAnchor(mark)) continue
        const kind = mark.type.name === 'claim' ? 'claim' : 'comment'
        const id = String(mark.attrs['id'])
        const last = open.get(`${kind} ${id}`)
        const next: Held = { mark: kind, id, from: last?.to === at ? last.from : at, to: end }
        if (last?.to === at) held[held.indexOf(last)] = next
        else held.push(next)
        open.set(`${kind} ${id}`, next)
      }
      at = end
    }
  }
  known.set(block, held)
  return held
}
