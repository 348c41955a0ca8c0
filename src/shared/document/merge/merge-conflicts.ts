import type { Token } from './merge-tokens.ts'

/**
 * - `bothDeleted`: both deleted the same words; the change that comes first stays.
 * - `bothFormatted`, `bothSet`: both changed the formatting of the same words, or the properties of one paragraph; what
 *   agrees is combined, under the change that comes first.
 * - `changedInDeleted`: one put text or formatting within what the other deleted, or had removed; both stay.
 * - `decidedDifferently`: one accepted what the other rejected; it is open again.
 */
export type ConflictKind =
  'bothDeleted' | 'bothFormatted' | 'bothSet' | 'changedInDeleted' | 'decidedDifferently'

export type Conflict = {
  readonly kind: ConflictKind
  /** The ids of both changes in order; one where it is the same change, or where the other side had no change id. */
  readonly ids: readonly string[]
  /** The words in question; a ¶ reads "\n". */
  readonly words: string
}

/** One that values of one place lead to. */
export type Clash = { readonly kind: ConflictKind; readonly ids: readonly string[] }

export type ConflictList = {
  add(kind: ConflictKind, ids: readonly (string | null | undefined)[], token: Token): void
  list(): readonly Conflict[]
}

function wordsOf(token: Token): string {
  if (token.kind === 'text') return token.text
  return token.kind === 'atom' ? ' ' : '\n'
}

/** Conflicts in the order of the text; all words over which two changes conflict are one. */
export function createConflicts(): ConflictList {
  const found = new Map<string, { kind: ConflictKind; ids: readonly string[]; words: string }>()
  return {
    add: (kind, ids, token) => {
      const known = [...new Set(ids.filter((id) => id !== null && id !== undefined))].toSorted()
      const key = JSON.stringify([kind, known])
      const conflict = found.get(key)
      if (conflict) conflict.words += wordsOf(token)
      else found.set(key, { kind, ids: known, words: wordsOf(token) })
    },
    list: () => [...found.values()],
  }
}
