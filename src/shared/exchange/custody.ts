import type { Conflict, ConflictSide } from '../model/conflict.ts'
import type { CustodyMove, EditRight } from '../model/custody.ts'
import type { ArticleId, VersionId } from '../model/ids.ts'
import { compareWords } from '../document/merge/merge-refs.ts'
import { conflictIdOf } from './merge-ids.ts'
import type { Sha256 } from './merge-ids.ts'

/** Who has the right to edit, read from all moves of it that are known. */

export type Custody = {
  readonly right: EditRight
  /** The desk that has it, by name; empty where it is this one, and where it is on its way. */
  readonly with: string
  /** It was handed over, and no desk is known to have taken it. */
  readonly isOffered: boolean
  /** The moves after which none was made: one as a rule, several where two desks moved it without knowing. */
  readonly last: readonly CustodyMove[]
}

/**
 * The moves after which none was made. That an article came in somewhere says least: a desk that was given a copy
 * without its history begins anew, and has no right by that.
 */
export function lastMoves(moves: readonly CustodyMove[]): readonly CustodyMove[] {
  const passed = new Set(moves.flatMap(({ after }) => after))
  const last = moves.filter(({ id }) => !passed.has(id)).toSorted((a, b) => compareWords(a.id, b.id))
  const moved = last.filter(({ kind }) => kind !== 'begun')
  return moved.length > 0
    ? moved
    : last.toSorted((a, b) => a.at - b.at || compareWords(a.id, b.id)).slice(0, 1)
}

/**
 * Where two desks think that they have it, both go on until somebody settles it: nobody is kept from working by
 * another's mistake, and what they do meanwhile comes together as ever.
 */
export function custodyOf(moves: readonly CustodyMove[], library: string): Custody {
  const last = lastMoves(moves)
  const holders = last.filter(({ kind }) => kind !== 'handed-over')
  const isHere = last.length === 0 || holders.some((move) => move.library === library)
  return {
    right: isHere ? 'here' : 'away',
    with: isHere ? '' : (holders[0]?.libraryName ?? ''),
    isOffered: last.length > 0 && holders.length === 0,
    last,
  }
}

/** A desk that once had the right may take it back; others have to be handed it. */
export function hasHadRight(moves: readonly CustodyMove[], library: string): boolean {
  return moves.some((move) => move.library === library)
}

/** What a side of such a conflict holds. */
export type CustodyClaim = { readonly library: string; readonly name: string; readonly isOnItsWay: boolean }

function sideOf({ library, libraryName, kind, at }: CustodyMove): ConflictSide {
  const value: CustodyClaim = { library, name: libraryName, isOnItsWay: kind === 'handed-over' }
  return { value, origin: library, at }
}

/** Two desks that have, or gave away, one right; null where there is nothing to settle. */
export function custodyConflict(
  moves: readonly CustodyMove[],
  { id }: { readonly id: ArticleId },
  mergeId: VersionId,
  sha256: Sha256,
): Conflict | null {
  const [one, other] = lastMoves(moves)
  if (!one || !other || (one.library === other.library && one.kind === other.kind)) return null
  return {
    id: conflictIdOf(['custody', one.id, other.id], sha256),
    kind: 'field',
    what: { table: 'custody', id, field: 'right' },
    words: 'The right to edit',
    one: sideOf(one),
    other: sideOf(other),
    changeIds: [],
    mergeId,
    settledBy: null,
    settledAt: null,
    choice: null,
  }
}
