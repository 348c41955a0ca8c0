import type { Item } from './returned-items.ts'
import type { Slot } from './returned-slots.ts'

/**
 * Whole paragraphs that stand elsewhere in the copy, put there without tracking. Nothing was decided of the changes in
 * them, and what was said of their words is said of them where they are now.
 */
export type Moved = {
  /** What is gone from its place and stands in another one. */
  readonly gone: ReadonlySet<Slot>
  /** By what is new: what it was in the base. */
  readonly before: ReadonlyMap<Slot, Item>
}

type Of<Kind extends Slot['kind']> = Extract<Slot, { readonly kind: Kind }>
type Line<One extends Slot> = { readonly slots: readonly One[]; readonly items: readonly Item[] }

/** Paragraphs all of which is of one kind; between their pieces may stand what `isBeside`. */
function linesOf<One extends Slot>(
  slots: readonly Slot[],
  isOne: (slot: Slot) => slot is One,
  isBeside: (slot: Slot) => boolean,
  itemOf: (slot: One) => Item,
): readonly Line<One>[] {
  const lines: Line<One>[] = []
  let line: One[] = []
  let isWhole = true
  for (const slot of slots) {
    if (isBeside(slot)) continue
    if (!isOne(slot)) {
      line = []
      // What stands on both sides belongs to this paragraph, or ends the one before.
      isWhole = slot.kind === 'both' && slot.base.kind !== 'text' && slot.base.kind !== 'atom'
      continue
    }
    line.push(slot)
    if (itemOf(slot).kind !== 'paragraph') continue
    if (isWhole && line.length > 1) lines.push({ slots: line, items: line.map(itemOf) })
    line = []
    isWhole = true
  }
  return lines
}

function said<One extends Slot>({ items }: Line<One>): string {
  return items.map(({ says }) => says).join('\u0006')
}

/** Of those that say the same as another one nobody knows which is which. */
function once<One extends Slot>(lines: readonly Line<One>[]): ReadonlyMap<string, Line<One>> {
  const groups = Map.groupBy(lines, said)
  return new Map(
    [...groups].flatMap(([words, [line, ...others]]) => (line && others.length === 0 ? [[words, line]] : [])),
  )
}

/** Of the paragraphs of one container. */
export function movedLines(slots: readonly Slot[]): Moved {
  const gone = linesOf(
    slots,
    (slot): slot is Of<'gone'> => slot.kind === 'gone',
    ({ kind }) => kind === 'new' || kind === 'unseen',
    ({ base }) => base,
  )
  const fresh = linesOf(
    slots,
    (slot): slot is Of<'new'> => slot.kind === 'new',
    ({ kind }) => kind === 'gone' || kind === 'unseen',
    ({ copy }) => copy,
  )
  const known = once(gone)
  const pairs = [...once(fresh)].flatMap(([words, line]) => {
    const before = known.get(words)
    return before ? [{ before, line }] : []
  })
  return {
    gone: new Set(pairs.flatMap(({ before }) => before.slots)),
    before: new Map(
      pairs.flatMap(({ before, line }) =>
        line.slots.flatMap((slot, place) => {
          const item = before.items[place]
          return item ? [[slot, item] as const] : []
        }),
      ),
    ),
  }
}
