import type { Node, Schema } from 'prosemirror-model'
import { Step, StepResult } from 'prosemirror-transform'
import type { Mappable, StepMap } from 'prosemirror-transform'
import { invertPieces } from './decide-invert.ts'
import { piecesFromJson, piecesToJson } from './decide-json.ts'
import type { Origin } from './decide-map.ts'
import { mapOf, originsOf } from './decide-map.ts'
import type { Piece } from './decide-pieces.ts'
import { mapPieces } from './decide-pieces.ts'
import { rewrite } from './decide-rewrite.ts'

/** Documents never change, so that a step that has once made one of another may say so again. */
type Known = { readonly before: Node; readonly after: Node; readonly inverse: DecideStep | null }

/**
 * All that a decision does to the text, as one step: it applies and undoes in one walk, however many changes are
 * decided, and maps every position as the same steps one after the other would. Undone where nothing happened since,
 * it gives the very document back, with all that is known of its paragraphs.
 */
export class DecideStep extends Step {
  #pieces: readonly Piece[] | (() => readonly Piece[])
  #known: Known | null
  /** Null for a step that was never mapped. */
  readonly #origins: readonly Origin[] | null
  /** The step that this one undoes. */
  #undoes: DecideStep | null = null

  /** `pieces`: as Piece tells; wrong order or overlap is a mistake of the caller. */
  constructor(
    pieces: readonly Piece[] | (() => readonly Piece[]),
    { known = null, origins = null }: { known?: Known | null; origins?: readonly Origin[] | null } = {},
  ) {
    super()
    this.#pieces = pieces
    this.#known = known
    this.#origins = origins
  }

  get pieces(): readonly Piece[] {
    if (typeof this.#pieces === 'function') this.#pieces = this.#pieces()
    return this.#pieces
  }

  override apply(doc: Node): StepResult {
    if (this.#known?.before === doc) return StepResult.ok(this.#known.after)
    const after = rewrite(doc, this.pieces)
    if (!after) return StepResult.fail('a decision is not about this text')
    this.#known = { before: doc, after, inverse: null }
    return StepResult.ok(after)
  }

  /**
   * The history asks for it with every decision. That knows the outcome, and what it does piece by piece is found out
   * only when somebody wants to know: to store it, or to map it.
   */
  override invert(doc: Node): DecideStep {
    const known = this.#known?.before === doc ? this.#known : null
    if (!known) return new DecideStep(invertPieces(doc, this.pieces))
    if (known.inverse) return known.inverse
    const back = { before: known.after, after: doc, inverse: this }
    const inverse = new DecideStep(() => invertPieces(doc, this.pieces), { known: back })
    inverse.#undoes = this
    this.#known = { ...known, inverse }
    return inverse
  }

  override getMap(): StepMap {
    const undone = this.#undoes
    return undone && !undone.#origins ? undone.getMap().invert() : mapOf(this.pieces, this.#origins)
  }

  override map(mapping: Mappable): DecideStep | null {
    const pieces = mapPieces(this.pieces, mapping)
    return pieces.length > 0 ? new DecideStep(pieces, { origins: originsOf(this.pieces, mapping) }) : null
  }

  override toJSON(): { readonly stepType: string; readonly pieces: readonly unknown[] } {
    return { stepType: 'decide', pieces: piecesToJson(this.pieces) }
  }

  static override fromJSON(_schema: Schema, json: { readonly pieces?: unknown }): DecideStep {
    return new DecideStep(piecesFromJson(json.pieces))
  }
}

Step.jsonID('decide', DecideStep)
