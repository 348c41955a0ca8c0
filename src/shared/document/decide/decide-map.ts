import { StepMap } from 'prosemirror-transform'
import type { Mappable } from 'prosemirror-transform'
import type { Piece } from './decide-pieces.ts'

/** How long what comes in its place is; null where a piece leaves the length of the text alone. */
function newSizeOf(piece: Piece): number | null {
  if (piece.kind === 'replace') return piece.slice.size
  return piece.kind === 'nodes' ? piece.content.size : null
}

/** The three numbers of a StepMap for each piece that changes the length of the text. */
function rangesOf(pieces: readonly Piece[]): readonly number[] {
  return pieces.flatMap((piece) => {
    const size = newSizeOf(piece)
    return size === null ? [] : [piece.from, piece.to - piece.from, size]
  })
}

/** Where a range of the step before it was mapped has come to, and how long what it brings there is. */
export type Origin = { readonly at: number; readonly size: number }

export function originsOf(pieces: readonly Piece[], mapping: Mappable): readonly Origin[] {
  return pieces.flatMap((piece) => {
    const size = newSizeOf(piece)
    return size === null ? [] : [{ at: mapping.map(piece.from, 1), size }]
  })
}

/**
 * The map of a step that was itself mapped, and may have lost pieces, or have some as one. ProseMirror asks it to
 * bring positions back by the number of the range that had removed them, as if all ranges were still there (`recover`
 * in prosemirror-transform); a range too few, and an undo ends outside of the text.
 */
class MappedStepMap extends StepMap {
  readonly #origins: readonly Origin[]

  constructor(ranges: readonly number[], origins: readonly Origin[]) {
    // Without any range the constructor would answer with a map that all share.
    super(ranges.length > 0 ? ranges : [0, 0, 0])
    this.#origins = origins
  }

  /** The number of the range in the lower 16 bits, and above these how far into it. */
  recover(value: number): number {
    const index = value & 0xffff
    const origin = this.#origins[index]
    if (!origin) return 0
    const start = this.map(origin.at, -1)
    const end = this.map(origin.at, 1)
    return Math.min(start + Math.min((value - index) / 0x10000, origin.size), Math.max(start, end))
  }
}

export function mapOf(pieces: readonly Piece[], origins: readonly Origin[] | null): StepMap {
  const ranges = rangesOf(pieces)
  return origins ? new MappedStepMap(ranges, origins) : new StepMap(ranges)
}
