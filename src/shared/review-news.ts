import type { ReviewState } from './model/review.ts'

/**
 * What is new in the state of a review: a save in a long article changes a record or two of thousands, and only these
 * have to cross to the window.
 */

const LISTS = [
  'changes',
  'changeSets',
  'anchors',
  'threads',
  'claims',
  'sources',
  'waivers',
  'replies',
  'consultations',
  'dismissals',
  'blockers',
] as const
type ListName = (typeof LISTS)[number]

/** Some entries of the list before, from a place on, or some that are new. */
export type ListPart<Entry> =
  | { readonly kind: 'kept'; readonly from: number; readonly count: number }
  | { readonly kind: 'new'; readonly entries: readonly Entry[] }

/** What is not in it is as it was. */
export type ReviewNews = {
  readonly fields: Partial<Omit<ReviewState, ListName>>
  readonly lists: { readonly [Name in ListName]?: readonly ListPart<ReviewState[Name][number]>[] }
}

/** How a window is told: by what is new, or all of it. */
export type ToldNews =
  | { readonly kind: 'whole'; readonly state: ReviewState }
  | { readonly kind: 'changed'; readonly news: ReviewNews }

function partsOf<Entry>(before: readonly Entry[], next: readonly Entry[]): readonly ListPart<Entry>[] {
  const places = new Map(before.map((entry, place) => [entry, place]))
  const parts: ListPart<Entry>[] = []
  let at = 0
  while (at < next.length) {
    const start = at
    const from = places.get(next[at] as Entry)
    if (from === undefined) {
      while (at < next.length && !places.has(next[at] as Entry)) at += 1
      parts.push({ kind: 'new', entries: next.slice(start, at) })
    } else {
      while (at < next.length && next[at] === before[from + at - start]) at += 1
      parts.push({ kind: 'kept', from, count: at - start })
    }
  }
  return parts
}

function joinParts<Entry>(before: readonly Entry[], parts: readonly ListPart<Entry>[]): readonly Entry[] {
  return parts.flatMap((part) =>
    part.kind === 'kept' ? before.slice(part.from, part.from + part.count) : part.entries,
  )
}

function isListName(name: string): name is ListName {
  return (LISTS as readonly string[]).includes(name)
}

/** Parts of `next` that are the same objects as in `before` (see keepSame) count as known. */
export function describeNews(before: ReviewState, next: ReviewState): ReviewNews {
  const names = Object.keys(next) as (keyof ReviewState)[]
  const changed = names.filter((name) => !Object.is(before[name], next[name]))
  return {
    fields: Object.fromEntries(changed.filter((name) => !isListName(name)).map((name) => [name, next[name]])),
    lists: Object.fromEntries(
      changed.filter(isListName).map((name) => [name, partsOf<unknown>(before[name], next[name])]),
    ),
  }
}

/** The next state, of the one before and what is new in it. */
export function applyNews(before: ReviewState, { fields, lists }: ReviewNews): ReviewState {
  const joined = LISTS.flatMap((name) => {
    const parts: readonly ListPart<unknown>[] | undefined = lists[name]
    return parts ? [[name, joinParts<unknown>(before[name], parts)] as const] : []
  })
  return { ...before, ...fields, ...(Object.fromEntries(joined) as Partial<Pick<ReviewState, ListName>>) }
}
