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
  /** As Piece tells; wrong order or overlap is a mistake of the caller. */
  readonly pieces: readonly Piece[]
  #known: Known | null
  /** Null for a step that was never mapped. */
  readonly #origins: readonly Origin[] | null

  constructor(
    pieces: readonly Piece[],
    { known = null, origins = null }: { known?: Known | null; origins?: readonly Origin[] | null } = {},
  ) {
    super()
    this.pieces = pieces
    this.#known = known
    this.#origins = origins
  }

  override apply(doc: Node): StepResult {
    if (this.#known?.before === doc) return StepResult.ok(this.#known.after)
    const after = rewrite(doc, this.pieces)
    if (!after) return StepResult.fail('a decision is not about this text')
    this.#known = { before: doc, after, inverse: null }
    return StepResult.ok(after)
  }

  override invert(doc: Node): DecideStep {
    const known = this.#known?.before === doc ? this.#known : null
    if (known?.inverse) return known.inverse
    const pieces = invertPieces(doc, this.pieces)
    if (!known) return new DecideStep(pieces)
    const inverse = new DecideStep(pieces, { known: { before: known.after, after: doc, inverse: this } })
    this.#known = { ...known, inverse }
    return inverse
  }

  override getMap(): StepMap {
    return mapOf(this.pieces, this.#origins)
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
