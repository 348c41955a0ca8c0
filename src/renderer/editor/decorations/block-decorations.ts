import type { Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import type { Decoration, DecorationSet, DecorationSource } from 'prosemirror-view'
import { cornersIn } from './corners.ts'

/**
 * All decorations of a text, asked for block by block: each block has its own, and nothing is mapped or kept. A
 * DecorationSet of corners would cost every key a search through all of them for each block of the article, and a
 * second set beside it a list for each.
 *
 * Beyond what its types tell of a source, prosemirror-view asks for `locals`, `eq`, and, where it puts one together
 * with its own cursor wrapper (DecorationGroup in its decoration.ts), for `members` and `localsInner`.
 */
export class BlockDecorations implements DecorationSource {
  readonly #doc: Node
  readonly #block: Decoration | null

  /** `block`: a decoration of one of the document's blocks as a whole. */
  constructor(doc: Node, block: Decoration | null) {
    this.#doc = doc
    this.#block = block
  }

  get members(): readonly DecorationSource[] {
    return [this]
  }

  map(_mapping: Mapping, doc: Node): DecorationSource {
    return new BlockDecorations(doc, null)
  }

  forChild(_offset: number, block: Node): DecorationSet {
    return cornersIn(block)
  }

  forEachSet(visit: (set: DecorationSet) => void): void {
    this.#doc.forEach((block) => visit(cornersIn(block)))
  }

  locals(): readonly Decoration[] {
    return this.#block ? [this.#block] : []
  }

  localsInner(): readonly Decoration[] {
    return this.locals()
  }

  eq(other: unknown): boolean {
    if (!(other instanceof BlockDecorations) || other.#doc !== this.#doc) return false
    const [one, two] = [this.#block, other.#block]
    return one?.from === two?.from && one?.to === two?.to
  }
}
