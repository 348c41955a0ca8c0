import type { ChangeKind } from '../../model/change.ts'
import type { BlockChange } from './block-change.ts'
import { ASPECTS } from './block-change.ts'

/** One open tracked change as the document holds it, whatever number of places carry its id. */
export type ChangeEntry = {
  readonly id: string
  readonly author: string
  readonly kind: ChangeKind
  /** A ¶ reads "\n", and so does the end of a cell; of a move, the text at its new place. */
  readonly inserted: string
  /** Of a move, the text at its old place. */
  readonly deleted: string
  /**
   * For `format`, `paragraph`, `cells` and `layout`: what changed, in words ("bold", "body to heading",
   * "2 rows deleted", "table"). Else empty.
   */
  readonly description: string
  /** Shared by a deletion and the insertion by the same author that directly follows it: one card. */
  readonly groupId: string
}

function descriptionOf(kind: ChangeKind, pieces: readonly BlockChange[]): string {
  if (kind === 'cells') return [...new Set(pieces.flatMap((piece) => piece.cells))].join('; ')
  if (kind !== 'format' && kind !== 'paragraph' && kind !== 'layout') return ''
  return [...new Set(pieces.flatMap((piece) => piece.descriptions))].join('; ')
}

/** `pieces`: all of one change, at least one, in text order. */
export function changeEntry(pieces: readonly BlockChange[], groupId: string | null): ChangeEntry {
  const [first] = pieces
  if (!first) throw new RangeError('A change has no piece')
  const { id, author } = first
  const kind = ASPECTS[Math.min(...pieces.map((piece) => piece.rank))] ?? 'paragraph'
  const [inserted, deleted] =
    pieces.length === 1
      ? [first.inserted, first.deleted]
      : [pieces.map((piece) => piece.inserted).join(''), pieces.map((piece) => piece.deleted).join('')]
  return {
    id,
    author,
    kind,
    inserted,
    deleted,
    description: descriptionOf(kind, pieces),
    groupId: groupId ?? id,
  }
}

export function isSameChange(one: ChangeEntry, other: ChangeEntry): boolean {
  return (
    one.inserted === other.inserted &&
    one.deleted === other.deleted &&
    one.kind === other.kind &&
    one.author === other.author &&
    one.groupId === other.groupId &&
    one.description === other.description
  )
}
