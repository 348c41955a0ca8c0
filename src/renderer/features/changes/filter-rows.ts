import type { ChangeRow } from './change-rows.ts'

/** What the tab shows; an empty word asks for nothing. */
export type ChangeFilter = {
  readonly state: ChangeRow['state'] | ''
  readonly authorId: string
  readonly kind: ChangeRow['kind'] | ''
}

export const ALL_CHANGES: ChangeFilter = { state: '', authorId: '', kind: '' }

export function filterRows(rows: readonly ChangeRow[], filter: ChangeFilter): readonly ChangeRow[] {
  return rows.filter(
    (row) =>
      (filter.state === '' || row.state === filter.state) &&
      (filter.authorId === '' || row.authorId === filter.authorId) &&
      (filter.kind === '' || row.kind === filter.kind),
  )
}

/** How many rows each value of one filter would show, the other filters as they are; `''` is all of them. */
export function countBy<K extends keyof ChangeFilter>(
  rows: readonly ChangeRow[],
  filter: ChangeFilter,
  field: K,
): ReadonlyMap<ChangeFilter[K], number> {
  const others = filterRows(rows, { ...filter, [field]: '' })
  const counts = new Map<ChangeFilter[K], number>()
  for (const row of others) {
    const value: ChangeFilter[K] = row[field]
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}
