import { foldWords } from '../../../shared/fold-words.ts'
import type { ClaimView } from '../../../shared/model/review.ts'
import type { Grade, Source, SourceKind } from '../../../shared/model/source.ts'
import { isUnnamed } from '../../../shared/rules/personal-details.ts'

/** A source with what the article does with it. */
export type SourceRow = {
  readonly source: Source
  /** Claims it is attached to, in the order of the text. */
  readonly claims: readonly ClaimView[]
  /** Other sources of the same origin: together they count once. */
  readonly peers: readonly Source[]
  /** One of those bears the same claim, where it adds nothing. */
  readonly countsOnce: boolean
}

export const ORDERS = ['grade', 'title', 'newest', 'use'] as const
export type Order = (typeof ORDERS)[number]

export const WANTS = ['unnamed', 'unattested', 'unused', 'no-locator'] as const
export type Want = (typeof WANTS)[number]

export type SourceFilter = {
  readonly query: string
  readonly grade: Grade | ''
  readonly kind: SourceKind | ''
  readonly want: Want | ''
}

export const ALL_SOURCES: SourceFilter = { query: '', grade: '', kind: '', want: '' }

function grouped<T>(items: readonly T[], keyOf: (item: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keyOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

export function sourceRows(sources: readonly Source[], claims: readonly ClaimView[]): readonly SourceRow[] {
  const inText = [...claims].sort((a, b) => a.number - b.number)
  const uses = grouped(inText, (claim) => claim.sources.map(({ sourceId }) => String(sourceId)))
  const origins = grouped(sources, ({ origin }) => (origin.trim() === '' ? [] : [foldWords(origin)]))
  return sources.map((source) => {
    const own = uses.get(source.id) ?? []
    const peers = (origins.get(foldWords(source.origin)) ?? []).filter((each) => each !== source)
    const countsOnce = peers.some((peer) => (uses.get(peer.id) ?? []).some((claim) => own.includes(claim)))
    return { source, claims: own, peers, countsOnce }
  })
}

/** Neither the source nor each claim that it bears says where in it to look. An own observation is looked up nowhere. */
function lacksLocator({ source, claims }: SourceRow): boolean {
  if (source.locator.trim() !== '' || isUnnamed(source.onRecord)) return false
  const told = claims.filter((claim) =>
    claim.sources.some((link) => link.sourceId === source.id && link.locator.trim() !== ''),
  )
  return claims.length === 0 || told.length < claims.length
}

function wants(row: SourceRow, want: Want): boolean {
  switch (want) {
    case 'unnamed':
      return isUnnamed(row.source.onRecord)
    case 'unattested':
      return row.source.onRecord === 'unnamed' && row.source.attestation === null
    case 'unused':
      return row.claims.length === 0
    case 'no-locator':
      return lacksLocator(row)
  }
}

function holds({ source, claims }: SourceRow, words: readonly string[]): boolean {
  const { title, origin, url, medium, period, locator, inText } = source
  const numbers = claims.map(({ number }) => `claim ${number}`).join(' ')
  const said = `${title} ${origin} ${url} ${medium} ${period} ${locator} ${inText} ${numbers}`.toLowerCase()
  return words.every((word) => said.includes(word))
}

export function filterSources(
  rows: readonly SourceRow[],
  { query, grade, kind, want }: SourceFilter,
): readonly SourceRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    (row) =>
      (grade === '' || row.source.grade === grade) &&
      (kind === '' || row.source.kind === kind) &&
      (want === '' || wants(row, want)) &&
      holds(row, words),
  )
}

const byTitle = (a: SourceRow, b: SourceRow): number => a.source.title.localeCompare(b.source.title)

const COMPARE: Readonly<Record<Order, (a: SourceRow, b: SourceRow) => number>> = {
  grade: (a, b) => a.source.grade.localeCompare(b.source.grade) || byTitle(a, b),
  title: byTitle,
  newest: (a, b) => b.source.createdAt - a.source.createdAt || byTitle(a, b),
  use: (a, b) => b.claims.length - a.claims.length || byTitle(a, b),
}

export function sortSources(rows: readonly SourceRow[], order: Order): readonly SourceRow[] {
  return [...rows].sort(COMPARE[order])
}
