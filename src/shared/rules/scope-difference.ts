import type { CoveredRow, Scope } from '../model/approval.ts'
import { listed } from './words.ts'

/** Rows named one by one before the rest is only counted. */
const NAMED = 4

type Row = Pick<CoveredRow, 'kind' | 'number'>

const MANY: Readonly<Record<CoveredRow['kind'], string>> = {
  claim: 'claims',
  source: 'sources',
  waiver: 'waivers',
  reply: 'replies',
  consultation: 'consultations',
}

/** “claim 7 changed”, “claims 3, 4 and 9 are new”. */
function told(rows: readonly Row[], one: string, many: string): readonly string[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, group]) => {
    const numbers = group.map(({ number }) => number).toSorted((a, b) => a - b)
    if (numbers.length === 1) return `${kind} ${numbers.join('')} ${one}`
    const rest = numbers.length - NAMED
    const names = numbers.slice(0, NAMED).map(String)
    return `${MANY[kind]} ${listed(rest > 0 ? [...names, `${rest} more`] : names)} ${many}`
  })
}

function keyOf({ kind, id }: CoveredRow): string {
  return `${kind} ${id}`
}

/** `stands`: whether a row that is no longer covered is still in the review. */
function leftOut(gone: readonly CoveredRow[], stands: (row: CoveredRow) => boolean): readonly string[] {
  return [
    ...told(
      gone.filter((row) => !stands(row)),
      'is gone',
      'are gone',
    ),
    ...told(gone.filter(stands), 'is not of its kind any more', 'are not of their kind any more'),
  ]
}

/** As nearly always: the same rows in the same order. */
function isSame(signed: Scope, now: Scope): boolean {
  return (
    signed.rules === now.rules &&
    signed.rows.length === now.rows.length &&
    signed.rows.every((row, place) => {
      const other = now.rows[place]
      return other?.digest === row.digest && other.id === row.id && other.kind === row.kind
    })
  )
}

/** How what a signature covered differs from what it would cover now, in words; empty where nothing does. */
export function differences(
  signed: Scope,
  now: Scope,
  stands: (row: CoveredRow) => boolean,
): readonly string[] {
  if (isSame(signed, now)) return []
  const before = new Map(signed.rows.map((row) => [keyOf(row), row]))
  const after = new Map(now.rows.map((row) => [keyOf(row), row]))
  const changed = now.rows.filter((row) => {
    const was = before.get(keyOf(row))
    return was !== undefined && was.digest !== row.digest
  })
  return [
    ...told(changed, 'changed', 'changed'),
    ...told(
      now.rows.filter((row) => !before.has(keyOf(row))),
      'is new',
      'are new',
    ),
    ...leftOut(
      signed.rows.filter((row) => !after.has(keyOf(row))),
      stands,
    ),
    ...(signed.rules === now.rules ? [] : ['the sourcing rules changed']),
  ]
}
