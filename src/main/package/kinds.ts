import type { z } from 'zod'
import { reviewContent } from '../../shared/exchange/review-content.ts'
import type { ReviewContent } from '../../shared/exchange/review-content.ts'

/** The rows of a review by the kind they have in a file; each list of `ReviewContent` has one line here. */

type Lists = Omit<ReviewContent, 'article' | 'document'>
export type ListName = keyof Lists

type Kind<Name extends ListName> = {
  readonly list: Name
  /** How one and several are called in a refusal. */
  readonly words: string
  readonly idOf: (row: Lists[Name][number]) => string
}

/** So that ids that end in a number come in its order. */
function numbered(origin: string, seq: number): string {
  return `${origin} ${String(seq).padStart(9, '0')}`
}

export const KINDS: { readonly [Name in ListName]: Kind<Name> & { readonly kind: string } } = {
  changes: { kind: 'change', list: 'changes', words: 'change', idOf: ({ id }) => id },
  changeSets: { kind: 'change-set', list: 'changeSets', words: 'set of changes', idOf: ({ id }) => id },
  changeDecisions: {
    kind: 'change-decision',
    list: 'changeDecisions',
    words: 'decision on a change',
    idOf: ({ origin, seq }) => numbered(origin, seq),
  },
  anchors: { kind: 'anchor', list: 'anchors', words: 'anchor', idOf: ({ mark, id }) => `${mark} ${id}` },
  threads: { kind: 'thread', list: 'threads', words: 'comment', idOf: ({ id }) => id },
  claims: { kind: 'claim', list: 'claims', words: 'claim', idOf: ({ id }) => id },
  sources: { kind: 'source', list: 'sources', words: 'source', idOf: ({ id }) => id },
  waivers: { kind: 'waiver', list: 'waivers', words: 'waiver', idOf: ({ id }) => id },
  replies: { kind: 'reply', list: 'replies', words: 'reply record', idOf: ({ id }) => id },
  consultations: {
    kind: 'consultation',
    list: 'consultations',
    words: 'consultation',
    idOf: ({ id }) => id,
  },
  dismissals: { kind: 'dismissal', list: 'dismissals', words: 'dismissed proposal', idOf: ({ key }) => key },
  signOffs: {
    kind: 'sign-off',
    list: 'signOffs',
    words: 'signature',
    idOf: ({ origin, seq }) => numbered(origin, seq),
  },
  log: {
    kind: 'log-event',
    list: 'log',
    words: 'log event',
    idOf: ({ origin, seq }) => numbered(origin, seq),
  },
  conflicts: { kind: 'conflict', list: 'conflicts', words: 'conflict', idOf: ({ id }) => id },
  custody: {
    kind: 'custody-move',
    list: 'custody',
    words: 'move of the right to edit',
    idOf: ({ id }) => id,
  },
}

export const LIST_NAMES = Object.keys(KINDS) as readonly ListName[]

export const ARTICLE_KIND = 'article'
export const PERSON_KIND = 'person'

/** The schema of one row of a list. */
export function rowSchema(name: ListName): z.ZodType {
  return reviewContent.shape[name].unwrap().element as z.ZodType
}

/** A row with the name it has in the file. */
export function idOfRow(name: ListName, row: unknown): string {
  // The row came out of the schema of this very list.
  const idOf = KINDS[name].idOf as (row: unknown) => string
  return idOf(row)
}
