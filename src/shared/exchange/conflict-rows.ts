import type { Conflict as TextConflict } from '../document/merge/merge-conflicts.ts'
import type { Conflict, ConflictSide } from '../model/conflict.ts'
import type { ChangeId, LibraryId, VersionId } from '../model/ids.ts'
import { conflictIdOf } from './merge-ids.ts'
import type { Sha256 } from './merge-ids.ts'
import { compareJson } from './three-way.ts'

/** Where and when a side of a merge was said, as far as that is known. It is the same whoever merges. */
export type SideOrigin = { readonly origin: LibraryId | null; readonly at: number | null }

export type MergeContext = {
  readonly mergeId: VersionId
  readonly one: SideOrigin
  readonly other: SideOrigin
  readonly sha256: Sha256
}

type Clash = {
  readonly what: Conflict['what']
  readonly words: string
  readonly base: unknown
  readonly one: ConflictSide
  readonly other: ConflictSide
}

/** Gathers the conflicts of one merge. */
export type ConflictRows = {
  /** A field that both sides changed differently. */
  field(clash: Clash): void
  /** Changes that met in the text. */
  text(conflict: TextConflict): void
  list(): readonly Conflict[]
}

const MAX_WORDS = 2000
const OPEN = { settledBy: null, settledAt: null, choice: null } as const

/**
 * `known`: the conflicts that either side has already. One that is found again, as two desks that merge at the same time
 * find it, is the same row; one that was settled and arises anew is a new one.
 */
export function createConflictRows(context: MergeContext, known: readonly Conflict[]): ConflictRows {
  const { mergeId, sha256 } = context
  const settled = new Set<string>(known.flatMap(({ id, settledAt }) => (settledAt === null ? [] : [id])))
  const found = new Map<string, Conflict>()
  const add = (said: unknown, row: Omit<Conflict, 'id' | 'mergeId' | keyof typeof OPEN>) => {
    const first = conflictIdOf(said, sha256)
    const id = settled.has(first) ? conflictIdOf([said, mergeId], sha256) : first
    found.set(id, { ...row, id, mergeId, ...OPEN })
  }
  return {
    field: ({ what, words, base, one, other }) => {
      const [first, second] = [one, other].toSorted((a, b) => compareJson(a.value, b.value))
      if (!first || !second) return
      const said = ['field', what, base, first.value, second.value]
      add(said, {
        kind: 'field',
        what,
        words: words.slice(0, MAX_WORDS),
        one: first,
        other: second,
        changeIds: [],
      })
    },
    text: ({ kind, ids, words }) => {
      const changeIds = ids.slice(0, 2) as ChangeId[]
      const [first = '', second = first] = changeIds
      const side = (id: string): ConflictSide => ({ value: id, origin: null, at: null })
      add(['text', kind, changeIds], {
        kind: 'text',
        what: { table: 'text', id: first, field: kind },
        words: words.slice(0, MAX_WORDS),
        one: side(first),
        other: side(second),
        changeIds,
      })
    },
    list: () => [...found.values()],
  }
}

/** Whether somebody still has to choose. `isOpen`: whether a change is open in the text now. */
export function isOpenConflict(conflict: Conflict, isOpen: (changeId: string) => boolean): boolean {
  return conflict.kind === 'text' ? conflict.changeIds.some(isOpen) : conflict.settledAt === null
}
