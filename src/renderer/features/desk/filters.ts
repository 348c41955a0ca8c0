import type { Facet, FacetCounts } from '../../../shared/model/desk-list.ts'
import { STATUS_NAMES, choices } from '../words.ts'

/** One filter, with how many articles it would show. */
export type FilterLine = { readonly label: string; readonly facet: Facet; readonly count: number }
export type FilterSection = { readonly title: string; readonly lines: readonly FilterLine[] }

export const NO_COUNTS: FacetCounts = {
  all: 0,
  heldByMe: 0,
  mineToSign: 0,
  blockedToday: 0,
  statuses: {},
  desks: [],
}

/** Every filter in its order. A desk is named while an article is on it; every step is, for the count of 0 says something. */
export function filterSections(counts: FacetCounts): readonly FilterSection[] {
  const own: readonly FilterLine[] = [
    { label: 'All', facet: { kind: 'all' }, count: counts.all },
    { label: 'Held by me', facet: { kind: 'held-by-me' }, count: counts.heldByMe },
    { label: 'Mine to sign', facet: { kind: 'mine-to-sign' }, count: counts.mineToSign },
    { label: 'Blocked, due today', facet: { kind: 'blocked-today' }, count: counts.blockedToday },
  ]
  const steps = choices(STATUS_NAMES).map(({ value, label }): FilterLine => ({
    label,
    facet: { kind: 'status', status: value },
    count: counts.statuses[value] ?? 0,
  }))
  const desks = counts.desks.map(({ desk, count }): FilterLine => ({
    label: desk,
    facet: { kind: 'desk', desk },
    count,
  }))
  const sections = [
    { title: 'Articles', lines: own },
    { title: 'Status', lines: steps },
    { title: 'Desk', lines: desks },
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}
